"""Front pages of schools and of offices."""

from dataclasses import replace
from urllib.parse import quote

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from sites.appearance.blocks import shown_blocks
from sites.disclosures.presenters.home import home_disclosure, home_panels
from sites.frame import Link
from sites.models import ArticlePage, HomePage, LegalDocumentPage
from sites.presenters.badges import republished_badge
from sites.presenters.documents import document_rows, newest_first
from sites.presenters.home_meta import home_meta
from sites.presenters.menu import Section, primary_host
from sites.presenters.phones import phone
from sites.presenters.pictures import PictureShelf
from sites.presenters.presented import Presented
from sites.presenters.stories import (
    StoryRow,
    news_and_notices,
    notice_rows,
    shelf_for,
    story_cards,
    without_private,
)
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
from tenants.units.address import address_on
from tenants.units.models import Unit
from tenants.units.models.kind import Tier

NEWS, NOTICES, DOCUMENTS, FROM_DEPARTMENT = 5, 4, 5, 3
MAP = "https://www.google.com/maps/search/?api=1&query="


def present_school_home(page: HomePage, around: Surroundings) -> Presented:
    """Return a school's front page. Six queries: news with notices, pictures, what the Sở took, the Sở's posts, the
    newest year of the disclosure, this week's menu and plan.
    """
    look = around.menu.look
    blocks = shown_blocks("school", look.block_order, look.hidden_blocks)
    section, news, notices_section, notices = news_and_notices(around.menu, news=NEWS, notices=NOTICES)
    shelf = PictureShelf([page.hero_image_id, *(row.cover_image_id for row in news)])
    view = SchoolHome(
        motto=around.site.motto,
        contact=_contact(around.unit),
        picture=shelf.picture(page.hero_image_id, _("Ảnh của %(unit)s") % {"unit": around.unit.name}),
        today=around.today,
        panels=home_panels(around) if "today" in blocks else (),
        news=StorySection(
            _("Tin của trường"),
            _mark_republished(story_cards(news, menu=around.menu, shelf=shelf), around.unit),
            Link(_("Tất cả tin"), section.url) if section else None,
        ),
        notices=_notices(notices_section, notices, around),
        disclosure=home_disclosure(around),
        from_department=_from_department(around) if "from_department" in blocks else None,
        blocks=blocks,
    )
    return Presented("pages/home_unit.html", home_meta(page, around), view)


def present_office_home(page: HomePage, around: Surroundings) -> Presented:
    """Return the front page of a commune or a district office. Five queries: as a school's, schools, documents."""
    look = around.menu.look
    blocks = shown_blocks("office", look.block_order, look.hidden_blocks)
    section, news, notices_section, notices = news_and_notices(around.menu, news=NEWS, notices=NOTICES)
    stories = story_cards(news, menu=around.menu, shelf=shelf_for(news))
    view = OfficeHome(
        contact=_contact(around.unit),
        schools=_schools(around.unit) if "schools" in blocks else (),
        news=StorySection(
            _("Tin tức"),
            _mark_republished(stories, around.unit),
            Link(_("Tất cả tin"), section.url) if section else None,
        ),
        notices=_notices(notices_section, notices, around),
        documents=_documents(around) if "documents" in blocks else None,
        blocks=blocks,
    )
    return Presented("pages/home_office.html", home_meta(page, around), view)


def _mark_republished(stories: tuple[StoryCard, ...], unit: Unit) -> tuple[StoryCard, ...]:
    """Tag the stories that stand on the portal too."""
    paths = [story.url for story in stories]
    taken = Submission.objects.filter(sender=unit, state=State.PUBLISHED, path__in=paths).values_list("path", flat=True)
    republished = set(taken) if paths else set()
    tag = Tag(_("Sở đã đăng lại"), "accent")
    return tuple(replace(story, tag=tag) if story.url in republished else story for story in stories)


def _notices(section: Section | None, rows: list[StoryRow], around: Surroundings) -> NoticeSection | None:
    if section is None:
        return None
    return NoticeSection(section.title, notice_rows(rows, menu=around.menu), Link(_("Tất cả"), section.url))


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
    rows = document_rows(newest_first(documents)[:DOCUMENTS], menu=around.menu, today=around.today)
    return DocumentSection(_("Văn bản"), rows, Link(_("Tất cả văn bản"), section.url))


def _schools(unit: Unit) -> tuple[UnitBadge, ...]:
    """Return the schools under the office or in its commune, with the addresses of those that have a site."""
    near = Q(administrative_parent=unit)
    if unit.kind.tier == Tier.COMMUNE and unit.commune_id:
        near |= Q(commune=unit.commune_id)
    schools = (
        Unit.objects.listed().filter(near, kind__tier=Tier.SCHOOL).order_by("sort_key").annotate(host=primary_host())
    )
    return tuple(
        republished_badge(name, palette or "", place or "", address_on(host) if host else "")
        for name, place, palette, host in schools.values_list("name", "commune__full_name", "site__palette", "host")
    )


def map_address(unit: Unit) -> str:
    """Return where a map of the unit's place opens, "" when the register knows no address."""
    return f"{MAP}{quote(f'{unit.name}, {unit.address}')}" if unit.address else ""


def _contact(unit: Unit) -> UnitContact:
    """Return how to reach the unit; the map opens on another site only when the reader asks for it."""
    return UnitContact(
        address=unit.address,
        phone=phone(unit.phone),
        map_url=map_address(unit),
        message_url=f"mailto:{unit.email}" if unit.email else "",
    )
