from typing import Any

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from sites.ownership.models import SectionOwner
from tenants.units.generation import raise_generation


@receiver([post_save, post_delete], sender=SectionOwner)
def follow_owner(sender: type, instance: SectionOwner, **kwargs: Any) -> None:
    """The section's page names its owner."""
    raise_generation()
