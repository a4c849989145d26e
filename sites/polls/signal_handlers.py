from typing import Any

from django.dispatch import receiver
from wagtail.signals import page_published

from sites.polls.models import PollPage
from sites.presenters.periods import remember_period


@receiver(page_published, sender=PollPage)
def remember_days(sender: type, instance: PollPage, **kwargs: Any) -> None:
    """Kept lists show another state on these days."""
    remember_period(opens=instance.opens_date, closes=instance.closes_date)
