"""Wagtail's forms in the two places where it has no words to translate: links have fields without labels, and the
privacy of a page offers groups by their names, which are codes of ours (tenants.units.models.Role).
"""

from django.contrib.auth.models import Group
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import (
    AnchorLinkChooserForm,
    EmailLinkChooserForm,
    ExternalLinkChooserForm,
    PhoneLinkChooserForm,
)
from wagtail.admin.forms.collections import CollectionViewRestrictionForm
from wagtail.admin.forms.pages import PageViewRestrictionForm

from tenants.units.models import Role

_LINK_TEXT = _("Chữ của liên kết")
LABELS = {
    ExternalLinkChooserForm: {"url": _("Địa chỉ"), "link_text": _LINK_TEXT},
    AnchorLinkChooserForm: {"url": _("Tên điểm neo"), "link_text": _LINK_TEXT},
    EmailLinkChooserForm: {
        "email_address": _("Thư điện tử"),
        "link_text": _LINK_TEXT,
        "subject": _("Tiêu đề thư"),
        "body": _("Nội dung thư"),
    },
    PhoneLinkChooserForm: {"phone_number": _("Số điện thoại"), "link_text": _LINK_TEXT},
}


def speak_vietnamese() -> None:
    """Label the forms' fields; safe to run twice."""
    for form, labels in LABELS.items():
        for name, label in labels.items():
            form.base_fields[name].label = label
    for form in (PageViewRestrictionForm, CollectionViewRestrictionForm):
        form.base_fields["groups"].label_from_instance = _role_of


def _role_of(group: Group) -> str:
    return str(Role(group.name).label) if group.name in Role else group.name
