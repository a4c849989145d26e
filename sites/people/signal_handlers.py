from typing import Any

from django.db.models.signals import post_delete, post_save, pre_save
from django.dispatch import receiver

from sites.people.actions.follow_people import follow_people, remember_days
from sites.people.models import Official, OrganizationPart


@receiver(pre_save, sender=Official)
def remember_photo(sender: type, instance: Any, **kwargs: Any) -> None:
    """The picture shown until now may have to go."""
    instance.photo_before = Official.objects.filter(pk=instance.pk).values_list("photo_id", flat=True).first()


@receiver([post_save, post_delete], sender=Official)
def follow_official(sender: type, instance: Any, **kwargs: Any) -> None:
    remember_days(instance)
    follow_people(photos=(instance.photo_id, getattr(instance, "photo_before", None)))


@receiver([post_save, post_delete], sender=OrganizationPart)
def follow_part(sender: type, instance: OrganizationPart, **kwargs: Any) -> None:
    remember_days(instance)
    follow_people()
