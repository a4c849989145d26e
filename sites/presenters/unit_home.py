"""Front pages of schools and of offices."""

from dataclasses import replace
from urllib.parse import quote

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from sites.frame import Link
from sites.models import ArticlePage, HomePage, LegalDocumentPage
from sites.models.section import SectionKey
from sites.presenters.badges import republished_badge
from sites.presenters.documents import document_rows
from sites.presenters.menu import Section, public_origin
from sites.presenters.meta import page_meta
from sites.presenters.phones import phone
from sites.presenters.pictures import PictureShelf
from sites.presenters.presented import Presented
from sites.presenters.stories import notice_rows, public_articles, story_cards, story_rows, without_private
from sites.presenters.surroundings import Surroundings
from sites.viewdata.cards import StoryCard, Tag, UnitBadge
from sites.viewdata.home import (
    DocumentSection,
    NoticeSection,
    OfficeHome,
    SchoolHome,
    StorySection,
    UnitContact,
)
from tenants.exchange.models import Submission
from tenants.exchange.states import State
from tenants.registry.models import Entry
from tenants.units.models import Domain, Unit
from tenants.units.models.kind import Tier

NEWS, NOTICES, DOCUMENTS, FROM_DEPARTMENT = 5, 4, 5, 3
MAP = "https://www.google.com/maps/search/?api=1&query="


def present_school_home(page: HomePage, around: Surroundings) -> Presented:
    """Return a school's front page. Five queries: news, whether the Sở took them, notices, pictures, the Sở's posts."""
    news, section = _stories(page, around)
    view = SchoolHome(
        motto=around.site.motto,
        contact=_contact(around.unit),
        picture=PictureShelf([page.hero_image_id]).picture(page.hero_image_id, _hero_words(around)),
        today=around.today,
        panels=(),
        news=StorySection(_("Tin của trường"), news, Link(_("Tất cả tin"), section.url) if section else None),
        notices=_notices(around),
        from_department=_from_department(around),
    )
    return Presented("pages/home_unit.html", page_meta(page, around), view)


def present_office_home(page: HomePage, around: Surroundings) -> Presented:
    """Return the front page of a commune or a district office. Six queries: as a school's, its schools, documents."""
    news, section = _stories(page, around)
    view = OfficeHome(
        contact=_contact(around.unit),
        schools=_schools(around.unit),
        news=StorySection(_("Tin tức"), news, Link(_("Tất cả tin"), section.url) if section else None),
        notices=_notices(around),
        documents=_documents(around),
    )
    return Presented("pages/home_office.html", page_meta(page, around), view)


def _stories(page: HomePage, around: Surroundings) -> tuple[tuple[StoryCard, ...], Section | None]:
    section = around.menu.find(key=SectionKey.NEWS)
    if section is None:
        return (), None
    rows = story_rows(public_articles(around.menu, section)[:NEWS])
    shelf = PictureShelf(row.cover_image_id for row in rows)
    return _mark_republished(story_cards(rows, menu=around.menu, shelf=shelf), around.unit), section


def _mark_republished(stories: tuple[StoryCard, ...], unit: Unit) -> tuple[StoryCard, ...]:
    """Tag the stories that stand on the portal too."""
    paths = [story.url for story in stories]
    taken = Submission.objects.filter(sender=unit, state=State.PUBLISHED, path__in=paths).values_list("path", flat=True)
    republished = set(taken) if paths else set()
    tag = Tag(_("Sở đã đăng lại"), "accent")
    return tuple(replace(story, tag=tag) if story.url in republished else story for story in stories)


def _notices(around: Surroundings) -> NoticeSection | None:
    section = around.menu.find(key=SectionKey.NOTICES)
    if section is None:
        return None
    rows = notice_rows(story_rows(public_articles(around.menu, section)[:NOTICES]), menu=around.menu)
    return NoticeSection(section.title, rows, Link(_("Tất cả"), section.url))


def _from_department(around: Surroundings) -> StorySection | None:
    """Return the newest posts of the portal, from the registry: its schema is not opened."""
    department = around.menu.department
    if department is None:
        return None
    entries = (
        Entry.objects.live()
        .filter(unit__site__is_portal=True, object_type=ArticlePage.registry_type)
        .order_by("-published_at")
        .values_list("title", "path", "published_at")[:FROM_DEPARTMENT]
    )
    stories = tuple(
        StoryCard(title, department.url.rstrip("/") + path, timezone.localtime(published_at).date())
        for title, path, published_at in entries
    )
    more = Link(_("Sang trang của Sở"), department.url)
    return StorySection(_("Từ Sở Giáo dục và Đào tạo"), stories, more)


def _documents(around: Surroundings) -> DocumentSection | None:
    section = around.menu.find(model="registerpage")
    if section is None:
        return None
    documents = without_private(LegalDocumentPage.objects.live(), around.menu)
    newest = documents.select_related("attachment").defer("body").order_by("-issued_date", "-pk")[:DOCUMENTS]
    rows = document_rows(newest, menu=around.menu, today=around.today)
    return DocumentSection(_("Văn bản"), rows, Link(_("Tất cả văn bản"), section.url))


def _schools(unit: Unit) -> tuple[UnitBadge, ...]:
    """Return the schools under the office or in its commune, with the addresses of those that have a site."""
    near = Q(administrative_parent=unit)
    if unit.kind.tier == Tier.COMMUNE and unit.commune_id:
        near |= Q(commune=unit.commune_id)
    schools = Unit.objects.listed().filter(near, kind__tier=Tier.SCHOOL).order_by("sort_key")
    rows = list(schools.values_list("pk", "name", "commune__full_name", "site__palette"))
    primary = Domain.objects.filter(is_primary=True, tenant__unit__in=[row[0] for row in rows])
    hosts = dict(primary.values_list("tenant__unit", "domain"))
    return tuple(
        republished_badge(name, palette or "", place or "", f"{public_origin(hosts[pk])}/" if pk in hosts else "")
        for pk, name, place, palette in rows
    )


def _contact(unit: Unit) -> UnitContact:
    """Return how to reach the unit; the map opens on another site only when the reader asks for it."""
    return UnitContact(
        address=unit.address,
        phone=phone(unit.phone),
        map_url=f"{MAP}{quote(f'{unit.name}, {unit.address}')}" if unit.address else "",
        message_url=f"mailto:{unit.email}" if unit.email else "",
    )


def _hero_words(around: Surroundings) -> str:
    return _("Ảnh của %(unit)s") % {"unit": around.unit.name}
