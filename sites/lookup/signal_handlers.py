"""Framework events of an exam, each handled in a few lines that are safe to run twice."""

from datetime import timedelta
from typing import Any

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from django.utils import timezone

from sites.lookup.actions.files import delete_later
from sites.lookup.models import Exam
from tenants.units.due import remember, remember_morning


@receiver(post_save, sender=Exam)
def remember_times(sender: type, instance: Exam, **kwargs: Any) -> None:
    """The list says another word from the minute of opening; after the last day the rows must go."""
    if instance.opens_at > timezone.now():
        remember(at=instance.opens_at)
    remember_morning(day=instance.removal_date + timedelta(days=1))


@receiver(post_delete, sender=Exam)
def delete_rows(sender: type, instance: Exam, **kwargs: Any) -> None:
    """An exam that goes takes its results along."""
    for name in (instance.results.name, instance.checked.name):
        delete_later(name)
