from typing import Any

from django.dispatch import receiver
from wagtail.signals import page_published

from sites.admissions.models import AdmissionPage
from sites.presenters.periods import remember_period


@receiver(page_published, sender=AdmissionPage)
def remember_days(sender: type, instance: AdmissionPage, **kwargs: Any) -> None:
    """Kept pages and lists show another state on these days."""
    remember_period(opens=instance.opens_date, closes=instance.closes_date)
