from typing import Any

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from django.utils import timezone
from wagtail.signals import page_published

from sites.disclosures.actions.note_days import note_days
from sites.disclosures.models import DisclosureYearPage, PeriodPlan, PeriodPlansPage
from sites.signals import page_content_changed
from tenants.units.generation import raise_generation


@receiver(page_published, sender=DisclosureYearPage)
def note_days_of_parts(sender: type, instance: DisclosureYearPage, **kwargs: Any) -> None:
    note_days(page=instance, at=timezone.now())


@receiver([post_save, post_delete], sender=PeriodPlan)
def follow_plan(sender: type, instance: PeriodPlan, **kwargs: Any) -> None:
    """The section's page and the home page show another plan."""
    raise_generation()
    for page in PeriodPlansPage.objects.live():
        page_content_changed.send(sender=PeriodPlansPage, instance=page)
