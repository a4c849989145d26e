"""How far the English version is: what is public, what is stale, what is still missing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet
from wagtail.models import Locale, Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from sites.english.choice import translations
from sites.models import HomePage, StandardPage
from sites.people.models import ContactPage, PeoplePage

MOST_ROWS = 500
MOST_MISSING = 50
# What NĐ 42/2022 Đ7 asks a state site to have in a foreign language: organization, functions, contacts.
WANTED = (HomePage, StandardPage, PeoplePage, ContactPage)


@dataclass(frozen=True, slots=True)
class EnglishPage:
    """changed_at: when the Vietnamese page was published after its text was last taken over, None when it was not.

    untranslated: how many sentences have no translation yet.
    """

    translation_pk: int
    source: Page
    page: Page
    changed_at: datetime | None
    untranslated: int

    @property
    def is_stale(self) -> bool:
        return self.page.live and (self.changed_at is not None or self.untranslated > 0)


def english_pages() -> list[EnglishPage]:
    """Return the pages that have an English version, in the order of the tree. Three queries."""
    rows = {row.source.object_id: row for row in translations()[:MOST_ROWS]}
    pages = Page.objects.filter(translation_key__in=rows).order_by("path")
    by_place = {(page.translation_key, page.locale_id): page for page in pages}
    counts = _untranslated(rows.values())
    found = []
    for (key, locale), source in by_place.items():
        row = rows[key]
        page = by_place.get((key, row.target_locale_id))
        if locale == row.source.locale_id and page is not None:
            found.append(EnglishPage(row.pk, source, page, _changed_at(source, row), counts.get(row.pk, 0)))
    return found


def wanted_pages() -> QuerySet[Page]:
    """Return live Vietnamese pages that should have an English version and have none."""
    default = Locale.get_default()
    other = Page.objects.filter(translation_key=OuterRef("translation_key")).exclude(locale=default)
    pages = Page.objects.live().public().filter(Q(depth__gt=1), ~Exists(other), locale=default).type(WANTED)
    return pages.order_by("path")[:MOST_MISSING]


def _changed_at(source: Page, row: Translation) -> datetime | None:
    published: datetime | None = source.last_published_at
    return published if published and published > row.source.last_updated_at else None


def _untranslated(rows: Iterable[Translation]) -> dict[int, int]:
    """Return key of a translation → sentences without one."""
    done = StringTranslation.objects.filter(
        translation_of_id=OuterRef("string_id"),
        context_id=OuterRef("context_id"),
        locale_id=OuterRef("source__translations__target_locale"),
        has_error=False,
    )
    segments = StringSegment.objects.filter(source__translations__in=list(rows)).exclude(Exists(done))
    counted = segments.values(translation=F("source__translations__pk")).annotate(found=Count("pk"))
    return dict(counted.values_list("translation", "found"))
