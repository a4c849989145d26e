"""The Sở's front page: the task first, then news, posts of units, documents."""

from collections.abc import Iterable
from itertools import islice
from urllib.parse import quote

from django.conf import settings
from django.utils.translation import gettext as _

from core.frontend.formats import number
from sites.appearance.blocks import shown_blocks
from sites.directory.listing import communes_choice, levels_choice
from sites.directory.question import ADDRESS as DIRECTORY
from sites.frame import Link
from sites.models import HomePage, LegalDocumentPage
from sites.models.section import SectionKey
from sites.presenters.documents import document_rows, newest_first
from sites.presenters.from_units import LEVEL
from sites.presenters.home_meta import home_meta
from sites.presenters.network import Network, current_network
from sites.presenters.post_counts import post_counts
from sites.presenters.presented import Presented
from sites.presenters.stories import (
    StoryRow,
    news_and_notices,
    notice_rows,
    public_republished,
    shelf_for,
    story_cards,
    story_rows,
    without_private,
)
from sites.presenters.surroundings import Surroundings
from sites.questions.presenters.listing import ask_address, public_questions, question_rows
from sites.viewdata.cards import StoryCard
from sites.viewdata.home import (
    DocumentSection,
    NoticeSection,
    PortalHome,
    QuestionSection,
    Statistic,
    StorySection,
    Tile,
    UnitFinder,
)
from tenants.units.models.unit import SchoolLevel

NEWS, NOTICES, POSTS, DOCUMENTS, QUESTIONS = 5, 4, 4, 3, 4
# Enough recent posts to find four of different units among them.
_RECENT_POSTS = 16
# One row on a desk, three on a phone.
TILES = 6


def present_portal_home(page: HomePage, around: Surroundings) -> Presented:
    """Return the page. Five queries: news with notices, posts, pictures, documents, questions; nine after a change."""
    menu = around.menu
    blocks = shown_blocks("portal", menu.look.block_order, menu.look.hidden_blocks)
    news_section, news, notices_section, notices = news_and_notices(menu, news=NEWS, notices=NOTICES)
    with_posts = "from_units" in blocks
    posts = _of_different_units(story_rows(public_republished(menu)[:_RECENT_POSTS])) if with_posts else []
    shelf = shelf_for(news, posts)
    network = current_network()
    view = PortalHome(
        headline=_("Thầy cô, phụ huynh và học sinh cần tìm gì?"),
        lead=_("Tìm một lần trong tin bài, văn bản và trang của %(count)s trường, trung tâm toàn tỉnh.")
        % {"count": number(network.schools)},
        example=_("Ví dụ: tuyển sinh lớp 10"),
        popular=_popular(around),
        tiles=tuple(islice(_tiles(around), TILES)),
        news=StorySection(
            news_section.title if news_section else "",
            story_cards(news, menu=menu, shelf=shelf),
            Link(_("Tất cả tin tức"), news_section.url) if news_section else None,
        ),
        notices=NoticeSection(
            notices_section.title if notices_section else "",
            notice_rows(notices, menu=menu),
            Link(_("Tất cả thông báo"), notices_section.url) if notices_section else None,
        ),
        from_units=_from_units(around, story_cards(posts, menu=menu, shelf=shelf)),
        documents=_documents(around) if "documents" in blocks else DocumentSection("", ()),
        questions=_questions(around) if "documents" in blocks else None,
        finder=_finder(network) if "finder" in blocks else None,
        blocks=blocks,
    )
    return Presented("pages/home_portal.html", home_meta(page, around), view)


def _of_different_units(rows: list[StoryRow]) -> list[StoryRow]:
    """Return the newest posts such that no unit appears twice."""
    by_unit: dict[str, StoryRow] = {}
    for row in rows:
        by_unit.setdefault(row.unit_name, row)
    return list(by_unit.values())[:POSTS]


def _popular(around: Surroundings) -> tuple[Link, ...]:
    """Return what many look for; nothing in English, whose words find no Vietnamese text."""
    if around.menu.root().language != settings.LANGUAGE_CODE:
        return ()
    words = (_("Lịch nghỉ Tết"), _("Chuyển trường"), _("Điểm thi lớp 10"))
    return tuple(Link(text, f"{around.frame.search_url}?q={quote(text)}") for text in words)


def _tiles(around: Surroundings) -> Iterable[Tile]:
    """Return the tasks whose pages this site has, what most come for first."""
    menu = around.menu
    wanted = (
        ("score", _("Tra cứu điểm thi"), menu.find(model="lookuppage")),
        ("cap", _("Tuyển sinh các cấp"), menu.find(key=SectionKey.ADMISSIONS)),
        ("document", _("Tra cứu văn bản"), menu.find(model="registerpage")),
        ("calendar", _("Lịch công tác tuần"), menu.find(model="schedulepage")),
        ("bell", _("Xem thông báo mới"), menu.find(key=SectionKey.NOTICES)),
    )
    if ask_url := ask_address(around):
        yield Tile("question", _("Gửi câu hỏi"), ask_url)
    yield Tile("pin", _("Tìm trường gần nhà"), DIRECTORY)
    for icon, title, section in wanted:
        if section:
            yield Tile(icon, title, section.url)


def _from_units(around: Surroundings, stories: tuple[StoryCard, ...]) -> StorySection:
    section = around.menu.find(model="fromunitspage")
    if section is None:
        return StorySection("", ())
    counts = post_counts(around.menu, around.today.replace(day=1))
    intro = _("Bài do các trường gửi lên, Ban Biên tập chọn đăng.")
    if counts.posts:
        intro += " " + _("Tháng %(month)d có %(posts)s bài của %(units)s đơn vị.") % {
            "month": around.today.month,
            "posts": number(counts.posts),
            "units": number(counts.units),
        }
    levels = (Link(str(label), f"{section.url}?{LEVEL}={value}") for value, label in SchoolLevel.choices)
    return StorySection(
        section.title,
        stories,
        Link(_("Tất cả bài từ cơ sở"), section.url),
        intro,
        (Link(_("Tất cả"), section.url), *levels),
    )


def _documents(around: Surroundings) -> DocumentSection:
    section = around.menu.find(model="registerpage")
    if section is None:
        return DocumentSection("", ())
    documents = without_private(LegalDocumentPage.objects.live(), around.menu)
    rows = document_rows(newest_first(documents)[:DOCUMENTS], menu=around.menu, today=around.today)
    return DocumentSection(_("Văn bản mới"), rows, Link(_("Tất cả văn bản"), section.url))


def _questions(around: Surroundings) -> QuestionSection | None:
    section = around.menu.find(model="questionspage")
    if section is None:
        return None
    rows = question_rows(public_questions(around.menu)[:QUESTIONS], menu=around.menu)
    return QuestionSection(section.title, rows, Link(_("Tất cả câu hỏi"), section.url)) if rows else None


def _finder(network: Network) -> UnitFinder:
    statistics = (
        Statistic(network.schools, _("trường, trung tâm")),
        Statistic(len(network.communes), _("xã, phường, đặc khu")),
    )
    return UnitFinder(
        _("Mỗi trường một trang, chung một mạng lưới"),
        statistics,
        DIRECTORY,
        (communes_choice(network), levels_choice()),
    )
