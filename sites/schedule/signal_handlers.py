"""Framework events of a week, each handled in a few lines that are safe to run twice."""

from typing import Any

from django.db.models.signals import post_delete
from django.dispatch import receiver
from wagtail.signals import published, unpublished

from sites.schedule.actions.record_revision import record_revision
from sites.schedule.models import ScheduleWeek
from tenants.units.generation import raise_generation


@receiver(published, sender=ScheduleWeek)
def follow_published_week(sender: type, instance: ScheduleWeek, **kwargs: Any) -> None:
    """Sent after the rows are written; the instance must not write the old notes back."""
    if instance.last_published_at:
        week = record_revision(week_pk=instance.pk, at=instance.last_published_at)
        instance.shown, instance.changes = week.shown, week.changes
    raise_generation()


@receiver(unpublished, sender=ScheduleWeek)
@receiver(post_delete, sender=ScheduleWeek)
def follow_hidden_week(sender: type, **kwargs: Any) -> None:
    raise_generation()
