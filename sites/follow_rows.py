"""Whatever a unit's pages are made of besides pages: a change of any such row makes the kept ones stale."""

from typing import Any

from django.db.models import Model
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.models import Page

from core.media.models import UnitDocument, UnitImage
from core.media.signals import renditions_made
from core.schema import active_tenant
from sites.models import GoneAddress
from sites.signals import page_content_changed
from tenants.units.generation import raise_generation
from tenants.units.models import UnitSite

# Labels of the packages below sites/ (cms_sites, cms_people …).
OWN_LABEL = "cms_"


@receiver([post_save, post_delete])
def follow_row(sender: type[Model], instance: Any, created: bool = False, **kwargs: Any) -> None:
    """Rows of our own apps, and files that were there before.

    Pages say for themselves when readers see a change, and notices of what is gone change with their pages.

    Changes in bulk send no signal: whoever makes one calls raise_generation().
    """
    is_shown = sender._meta.app_label.startswith(OWN_LABEL) and not issubclass(sender, (Page, GoneAddress))
    is_file = issubclass(sender, (UnitImage, UnitDocument)) and not created
    if (is_shown or is_file) and isinstance(active_tenant(), UnitSite):
        raise_generation()


@receiver([page_content_changed, renditions_made])
def follow_changed_content(sender: type, **kwargs: Any) -> None:
    raise_generation()
