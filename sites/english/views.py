"""The list of English pages, and the two buttons that make and renew them."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin import messages
from wagtail.models import Page

from core.frontend.formats import short_date
from sites.admin.page import admin_page, refused_page
from sites.admin.staff import account_of
from sites.admin.timeline import Standing
from sites.english.actions.start_translation import start_translation
from sites.english.actions.take_changes import take_changes
from sites.english.choice import TranslationError, english_of, refusal_to_start, translations
from sites.english.queries import EnglishPage, english_pages, wanted_pages
from sites.frame import Link


@dataclass(frozen=True, slots=True)
class Row:
    row: EnglishPage
    standing: Standing
    may_edit: bool


@require_safe
def english_list(request: HttpRequest) -> HttpResponseBase:
    """Every page with an English version and how it stands; stale ones first."""
    user = account_of(request)
    rows = sorted(english_pages(), key=lambda row: not row.is_stale)
    return admin_page(
        request,
        "english/list",
        title=_("Bản tiếng Anh"),
        rows=[Row(row, _standing(row), row.page.permissions_for_user(user).can_edit()) for row in rows],
        wanted=[page for page in wanted_pages() if page.permissions_for_user(user).can_edit()],
    )


def start(request: HttpRequest, page_id: int) -> HttpResponseBase:
    """Ask once more, then make the draft and open it for translating."""
    page = get_object_or_404(Page.objects.filter(depth__gt=1), pk=page_id)
    if not page.permissions_for_user(account_of(request)).can_edit():
        return refused_page(request)
    refusal = refusal_to_start(page)
    if english := english_of(page):
        return redirect("wagtailadmin_pages:edit", english.pk)
    if request.method == "POST" and not refusal:
        try:
            return redirect("wagtailadmin_pages:edit", start_translation(page=page, user=account_of(request)).pk)
        except TranslationError as error:
            refusal = str(error)
    return admin_page(
        request,
        "english/start",
        title=_("Dịch sang tiếng Anh"),
        back=Link(_("Bản tiếng Anh"), reverse("english_list")),
        page=page,
        refusals=[refusal] if refusal else [],
    )


@require_POST
def renew(request: HttpRequest, translation_id: int) -> HttpResponseBase:
    """Take over what changed in Vietnamese and open the English page for translating it."""
    translation = get_object_or_404(translations(), pk=translation_id)
    page = translation.get_target_instance()
    if not page.permissions_for_user(account_of(request)).can_edit():
        return refused_page(request)
    take_changes(translation=translation)
    messages.success(request, _("Đã lấy nội dung tiếng Việt mới. Những câu đã đổi đang chờ dịch ở dưới."))
    return redirect("wagtailadmin_pages:edit", page.pk)


def _standing(row: EnglishPage) -> Standing:
    if row.changed_at:
        return Standing(_("Tiếng Việt đã sửa ngày %(day)s") % {"day": short_date(row.changed_at)}, "warn")
    if row.untranslated:
        text = ngettext("Còn %(count)d câu chưa dịch", "Còn %(count)d câu chưa dịch", row.untranslated)
        return Standing(text % {"count": row.untranslated}, "warn")
    return Standing(_("Đang đăng, khớp bản tiếng Việt"), "ok") if row.page.live else Standing(_("Chưa đăng"), "neutral")
