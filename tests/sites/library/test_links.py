"""Lists of links: what readers see, and what only editors hear about the nightly check."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from core.outside.outcomes import Outcome
from search.documents import build_document
from sites.library.models import LinksPage
from tenants.links.actions.check_links import check_links
from tenants.links.models import OutsideLink
from tenants.units.context import use_site
from tenants.units.models import UnitSite
from tests.sites.library.conftest import LINKS, link, put_links

pytestmark = pytest.mark.django_db
Visitor = Callable[[str], Client]
NIGHT = datetime(2026, 11, 20, 19, 0, tzinfo=UTC)


def heading(text: str) -> dict[str, object]:
    return {"type": "heading", "value": {"text": text}}


def nights(*outcomes: Outcome) -> None:
    for number, outcome in enumerate(outcomes):
        check_links(at=NIGHT + timedelta(days=number), ask=lambda _url, outcome=outcome: outcome)


def editor_reads(client: Client, page: LinksPage) -> str:
    return client.get(f"/quan-tri/pages/{page.pk}/edit/").text


def test_page_says_what_for_whom_where_and_whether_to_log_in(portal: UnitSite, visitor: Visitor) -> None:
    with use_site(portal):
        put_links(
            link(), heading("Thi"), heading("Dạy học"), link("Kho học liệu", "https://kho.example/", needs_login=False)
        )
    text = visitor("so-gddt").get(LINKS).text.replace("\xa0", " ")
    for words in (
        "Cơ sở dữ liệu ngành", 'href="https://csdl.vidu.example/"', "Nộp báo cáo đầu năm.",
        "Dành cho: Giáo viên, nhân viên", "csdl.vidu.example", "Dạy học",
    ):  # fmt: skip
        assert words in text, words
    assert text.count("Phải đăng nhập") == 1
    assert ">Thi<" not in text  # a heading with nothing below it


def test_empty_page_says_so(visitor: Visitor) -> None:
    assert "Chưa có đường dẫn nào ở đây." in visitor("so-gddt").get(LINKS).text


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "http://10.0.0.8/", "https://a:b@csdl.vidu.example/", "https://may-chu/", "http://[::1]/"],
)
def test_link_refuses_what_a_reader_cannot_follow(portal: UnitSite, url: str) -> None:
    block = LinksPage._meta.get_field("links").stream_block
    with use_site(portal), pytest.raises(ValidationError):
        block.clean(block.to_python([link(url=url)]))


def test_editor_is_told_and_readers_are_not(portal: UnitSite, visitor: Visitor, log_in: Callable[..., Client]) -> None:
    with use_site(portal):
        page = put_links(link(), link("Kho học liệu", "https://kho.example/"))
    dung = log_in("dung@so.example")
    before = visitor("so-gddt").get(LINKS).content
    assert "sẽ được thử mở trong đêm nay" in editor_reads(dung, page)
    nights(Outcome.ANSWERED)
    assert "Mọi đường dẫn đều mở được khi thử lần gần nhất, ngày 21/11/2026." in editor_reads(dung, page)
    OutsideLink.objects.filter(url="https://csdl.vidu.example/").update(
        failures=3, outcome=Outcome.NOT_FOUND, answered_at=NIGHT
    )
    words = editor_reads(dung, page)
    assert "1 đường dẫn không mở được 3 đêm liền. Hãy sửa địa chỉ hoặc bỏ đường dẫn." in words
    assert "“Cơ sở dữ liệu ngành” (https://csdl.vidu.example/): máy chủ báo không còn trang này, 3 đêm." in words
    assert "Lần cuối mở được: 21/11/2026." in words
    assert "Trang “Hệ thống nghiệp vụ” có 1 đường dẫn không mở được ba đêm liền." in dung.get("/quan-tri/").text
    assert visitor("so-gddt").get(LINKS).content == before


def test_two_bad_nights_are_no_duty_yet(portal: UnitSite, log_in: Callable[..., Client]) -> None:
    with use_site(portal):
        page = put_links(link())
    nights(Outcome.SILENT, Outcome.SILENT)
    dung = log_in("dung@so.example")
    assert "Máy thử lại mỗi đêm; thầy cô chưa cần làm gì." in editor_reads(dung, page)
    assert "đêm liền" not in dung.get("/quan-tri/").text


def test_units_hear_about_their_own_links_only(
    portal: UnitSite, an_binh: UnitSite, log_in: Callable[..., Client]
) -> None:
    with use_site(portal):
        put_links(link())
    nights(Outcome.SILENT, Outcome.SILENT, Outcome.SILENT)
    assert "đêm liền" in log_in("dung@so.example").get("/quan-tri/").text
    assert "đêm liền" not in log_in("lan@anbinh.example").get("/quan-tri/").text


def test_link_taken_from_the_page_is_forgotten(portal: UnitSite) -> None:
    with use_site(portal):
        put_links(link(), link("Kho", "https://kho.example/"))
        put_links(link())
        assert list(OutsideLink.objects.values_list("url", flat=True)) == ["https://csdl.vidu.example/"]
        LinksPage.objects.get(slug="he-thong-nghiep-vu").delete()
    assert not OutsideLink.objects.exists()


@pytest.mark.parametrize("size", [0, 1, 200])
def test_page_costs_the_same_however_many_links(size: int, portal: UnitSite, visitor: Visitor) -> None:
    with use_site(portal):
        put_links(*(link(f"Hệ thống {n}", f"https://m{n}.example/") for n in range(size)))
    client = visitor("so-gddt")
    client.get(LINKS)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(LINKS).status_code == 200
    assert len(queries) <= 10


def test_search_document_has_names_and_purposes(portal: UnitSite) -> None:
    with use_site(portal):
        document = build_document(put_links(link()))
    assert document.object_type == "links"
    assert {"Cơ sở dữ liệu ngành", "Nộp báo cáo đầu năm."} <= set(document.body.splitlines())
