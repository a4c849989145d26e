"""Pages of a twin: one of each kind with every block, and its words in every text of every page."""

from datetime import date
from typing import TYPE_CHECKING, Any

from wagtail.models import Page
from wagtail.rich_text import RichText

from core.accounts.models import User
from core.media.intake import accept_document
from core.media.models import UnitDocument
from sites.admissions.enums import EntryLevel
from sites.admissions.models import AdmissionPage
from sites.library.models import AlbumPage, LinksPage, ResourcePage, ResourcesPage
from sites.models import ArticlePage, HomePage, LegalDocumentPage, RegisterPage, SectionPage
from sites.models.section import SectionKey
from tests.core.media.conftest import make_document
from tests.core.media.samples import pdf, upload
from tests.core.spreadsheets.test_read import book
from tests.factories.pages import make_article
from tests.factories.pictures import make_image

if TYPE_CHECKING:
    from tests.isolation.twins import Words

TEXTS = (
    "title", "summary", "seo_title", "search_description", "author", "source_name", "signer", "issuer", "applicants",
    "place",
)  # fmt: skip
COLORS = {"a": "orchid", "e": "peru"}  # second letter of a twin's words → color of its pictures


def make_pages(words: "Words") -> list[ArticlePage]:
    """Make a legal document, a notice, a library and three articles of every block, published; return the articles."""
    image = make_image(color=COLORS[words.any[1]])
    document = make_document(content=pdf(words.inner.encode()))
    open_document = make_document(content=pdf(words.open.encode()))
    register = RegisterPage(title="Văn bản", slug="van-ban")
    HomePage.objects.get(locale__language_code="vi").add_child(instance=register)
    legal = LegalDocumentPage(
        title="Quyết định về thi đua",
        document_number="12/QĐ",
        document_kind="Quyết định",
        issuer="Hiệu trưởng",
        issued_date=date(2026, 9, 1),
        attachment=open_document,
    )
    register.add_child(instance=legal)
    legal.save_revision().publish()
    make_notice(words)
    HomePage.objects.update(topics=[{"slug": "chung", "name": f"Chủ đề {words.open}"}])
    make_article("Bài nháp có tệp", live=False, body=[{"type": "document", "value": document.pk}])
    body = every_block(image.pk, open_document.pk, words.open)
    make_library(words, image.pk)
    common = {"cover_image": image, "body": body, "topics": ["chung"]}
    return [make_article(f"Bài đủ khối {name}", **common) for name in ("một", "hai", "ba")]


def make_notice(words: "Words") -> None:
    """Make a notice of an admission with a list from a workbook."""
    workbook = accept_document(upload("danh-sach.xlsx", book(["Số báo danh", "Phòng"], ["1", words.open])))
    file = UnitDocument.objects.create(title=words.open, file=workbook)
    page = AdmissionPage(
        title="Tuyển sinh",
        level=EntryLevel.GRADE_1,
        applicants="Trẻ sáu tuổi",
        form="Xét tuyển",
        place="Văn phòng",
        opens_date=date(2026, 1, 1),
        closes_date=date(2099, 1, 1),
        lists=[{"type": "sheet", "value": {"title": f"Phòng thi {words.open}", "file": file.pk}}],
        live=False,
    )
    page.clean()
    SectionPage.objects.get(key=SectionKey.ADMISSIONS).add_child(instance=page)
    page.save_revision().publish()


def make_library(words: "Words", image: int) -> None:
    """Make an album, a resource and a list of systems, published, each with the open word where only it has texts."""
    home = HomePage.objects.get(locale__language_code="vi")
    albums, resources = AlbumPage.objects.get(slug="anh"), ResourcesPage.objects.get(slug="tai-nguyen")
    figure = every_block(image, 0, words.open)[2]
    resource = ResourcePage(title="Phiếu bài tập", author="Tổ 4", license="cc-by", url=f"https://{words.open}.example/")
    link = {"name": words.open, "purpose": words.open, "audience": "giao-vien", "url": resource.url}
    for parent, page in (
        (albums, AlbumPage(title="Khai giảng", body=[figure])),
        (resources, resource),
        (home, LinksPage(title="Hệ thống", links=[{"type": "link", "value": link}])),
    ):
        parent.add_child(instance=page)
        page.save_revision().publish()


def every_block(image: int, document: int, word: str) -> list[dict[str, Any]]:
    """Return one block of each type, `word` in each text of it."""
    figure = {
        "image": {"image": image, "alt_text": f"Học sinh {word}", "decorative": False},
        "caption": f"Chú thích {word}",
        "credit": f"Người chụp {word}",
    }
    values: dict[str, Any] = {
        "paragraph": f"<p>Đoạn văn {word}</p>",
        "heading": {"text": f"Đề mục {word}"},
        "image": figure,
        "gallery": {"images": [figure, figure]},
        "quotation": {"text": f"Lời trích {word}", "source": f"Nguồn {word}"},
        "table": {"data": [[f"Ô {word}", "1"]], "cell": [], "first_row_is_table_header": False},
        "document": document,
        "video": {"url": f"https://video.example/{word}", "title": f"Phim {word}", "poster": None},
        "contact": {"name": f"Văn thư {word}", "duty": word, "phone": "0233", "email": f"a@{word}.example"},
    }
    return [{"type": name, "value": value} for name, value in values.items()]


def write_words_into_pages(words: "Words", *, writer: User) -> None:
    """Put the open word into what readers see, the inner one into drafts and into what is private."""
    for row in Page.objects.filter(depth__gt=1, alias_of=None).order_by("pk"):
        page = row.specific
        is_draft_ahead = page.live and page.has_unpublished_changes
        is_open = page.live and not page.get_view_restrictions().exists()
        word = words.open if is_open else words.inner
        _write(page, words.taken if page.title == "Bài đủ khối ba" else word)
        page.save()
        revision = page.save_revision(user=writer)
        if page.live:
            revision.publish()
        if is_draft_ahead:
            draft = page.get_latest_revision_as_object()
            _write(draft, words.inner)
            draft.save_revision(user=writer)


def _write(page: Any, word: str) -> None:
    for name in TEXTS:
        if hasattr(page, name):
            setattr(page, name, f"{getattr(page, name)} {word}".strip())
    if hasattr(page, "body") and "paragraph" in page.body.stream_block.child_blocks:
        page.body.append(("paragraph", RichText(f"<p>Thêm {word}</p>")))
