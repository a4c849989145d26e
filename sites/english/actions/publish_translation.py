from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail_localize.models import Translation

from core.accounts.models import User
from sites.admin.publishing.guard import publish_refusals
from sites.english.choice import TranslationError


@transaction.atomic
def publish_translation(*, translation: Translation, user: User | None) -> Page:
    """Put the translated strings into the English page and publish it, all in one transaction; return the page.

    Wagtail-localize would publish after the commit, unchecked: here the same refusals hold as for any page, and what
    was typed is cleaned as in the page editor. user: None for a command.
    Raise TranslationError with the first obstacle; nothing changes then.
    """
    missing = _missing(translation)
    if missing:
        sentence = ngettext(
            "Còn %(count)d câu chưa dịch nên bản tiếng Anh chưa đăng. Tên riêng giữ nguyên thì chép lại vào ô dịch.",
            "Còn %(count)d câu chưa dịch nên bản tiếng Anh chưa đăng. Tên riêng giữ nguyên thì chép lại vào ô dịch.",
            missing,
        )
        raise TranslationError(sentence % {"count": missing})
    try:
        translation.save_target(user=user, publish=False)
        page = translation.get_target_instance().specific
        _clean(page)
    except ValidationError as error:
        raise TranslationError(_("Bản dịch có ô chưa đúng: %(what)s") % {"what": " ".join(error.messages)}) from error
    parent = page.get_parent()
    if not parent.is_root() and not parent.live:
        sentence = _("Hãy đăng bản tiếng Anh của “%(title)s” trước: trang này nằm bên dưới.")
        raise TranslationError(sentence % {"title": parent.title})
    if refusals := publish_refusals(page):
        raise TranslationError(" ".join(refusals))
    page.save_revision(user=user).publish(user=user)
    return page


def _missing(translation: Translation) -> int:
    total, translated = translation.get_progress()
    return int(total - translated)


def _clean(page: Any) -> None:
    """Clean as the page editor does. What a translator types goes past the editor's forms."""
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            value = getattr(page, field.name)
            setattr(page, field.name, value.stream_block.clean(value))
    page.clean()
