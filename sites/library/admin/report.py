"""What the nightly check found, in words for an editor."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Page

from core.frontend.formats import short_date
from core.outside.outcomes import Outcome
from sites.frame import Link
from tenants.links.models import FAILURES_OF_BROKEN, OutsideLink
from tenants.links.queries import links_of_page, pages_with_broken_links


@dataclass(frozen=True, slots=True)
class LinkReport:
    """sentence: how the page as a whole does. lines: one for each link that did not answer, broken ones first."""

    sentence: str
    is_bad: bool = False
    lines: tuple[str, ...] = ()


def report_of(page: Any) -> LinkReport | None:
    """Return how the links of a published page answered; None when none is known to the check. One query.

    page: with `outside_links()`, the names of its links by address.
    """
    rows = links_of_page(page.pk)
    if not rows:
        return None
    checked = [row.checked_at for row in rows.values() if row.checked_at and row.outcome]
    if not checked:
        return LinkReport(_("Các đường dẫn sẽ được thử mở trong đêm nay, từ 1 giờ đến 5 giờ."))
    failed = sorted((row for row in rows.values() if row.failures), key=lambda row: (-row.failures, row.url))
    if not failed:
        day = short_date(timezone.localdate(max(checked)))
        return LinkReport(_("Mọi đường dẫn đều mở được khi thử lần gần nhất, ngày %(day)s.") % {"day": day})
    names = page.outside_links()
    broken = sum(row.is_broken for row in failed)
    return LinkReport(_sentence(broken), is_bad=broken > 0, lines=tuple(_line(row, names) for row in failed))


def broken_link_duties() -> Iterator[tuple[str, Link]]:
    """Yield a sentence and its button for each page of the active unit with broken links. Two queries at most."""
    counts = pages_with_broken_links()
    titles = dict(Page.objects.filter(pk__in=counts).values_list("pk", "title")) if counts else {}
    for page_id, title in titles.items():
        text = ngettext(
            "Trang “%(title)s” có %(count)d đường dẫn không mở được ba đêm liền.",
            "Trang “%(title)s” có %(count)d đường dẫn không mở được ba đêm liền.",
            counts[page_id],
        ) % {"title": title, "count": counts[page_id]}
        yield text, Link(_("Xem và sửa"), reverse("wagtailadmin_pages:edit", args=[page_id]))


def _sentence(broken: int) -> str:
    if not broken:
        return _("Có đường dẫn chưa mở được. Máy thử lại mỗi đêm; thầy cô chưa cần làm gì.")
    return ngettext(
        "%(count)d đường dẫn không mở được %(nights)d đêm liền. Hãy sửa địa chỉ hoặc bỏ đường dẫn.",
        "%(count)d đường dẫn không mở được %(nights)d đêm liền. Hãy sửa địa chỉ hoặc bỏ đường dẫn.",
        broken,
    ) % {"count": broken, "nights": FAILURES_OF_BROKEN}


def _line(row: OutsideLink, names: dict[str, str]) -> str:
    """Return "“Tên” (https://…): máy chủ không trả lời, 2 đêm. Lần cuối mở được: 20/11/2026." """
    known = {
        "name": names.get(row.url) or row.url,
        "url": row.url,
        "what": Outcome(row.outcome).label,
        "nights": row.failures,
    }
    words = _("“%(name)s” (%(url)s): %(what)s, %(nights)d đêm.") % known
    if row.answered_at is None:
        return words
    day = short_date(timezone.localdate(row.answered_at))
    return _("%(words)s Lần cuối mở được: %(day)s.") % {"words": words, "day": day}
