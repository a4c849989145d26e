from typing import Any

from django.dispatch import receiver
from wagtail.signals import page_published

from sites.consultations.models import ConsultationPage
from sites.presenters.periods import remember_period


@receiver(page_published, sender=ConsultationPage)
def remember_days(sender: type, instance: ConsultationPage, **kwargs: Any) -> None:
    """Kept pages and lists show another state on these days."""
    remember_period(opens=instance.opens_date, closes=instance.closes_date)
