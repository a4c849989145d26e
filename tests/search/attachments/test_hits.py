"""What a reader and an editor see of files: the place of the words, and that a scan has none."""

import pytest
from django.urls import reverse

from core.media.models import UnitDocument
from search.index import engine
from search.queries import search
from tenants.units.context import use_site
from tests.search.attachments import samples
from tests.search.attachments.samples import SENTENCE
from tests.search.support import ask, deliver


@pytest.fixture(autouse=True)
def _in_an_binh(an_binh):
    with use_site(an_binh):
        yield


PLAN = samples.pdf(["Kế hoạch năm học"], ["Quỹ khuyến học"], [SENTENCE])
PLACES = {
    "uu tien dan toc thieu so": "Trong tệp: Kế hoạch năm học.pdf, trang 3",
    "Quỹ khuyến học": "Trong tệp: Kế hoạch năm học.pdf, trang 2",
    "thông báo": "",
}


@pytest.mark.elasticsearch
@pytest.mark.parametrize("is_away", [False, True])
def test_hit_says_in_which_file_and_page_with_either_engine(
    publish, read, node, live_index, visitor, monkeypatch, is_away
):
    publish(PLAN, "ke-hoach.pdf", title="Thông báo đầu năm")
    read()
    deliver(node)
    if is_away:
        monkeypatch.setattr(engine, "find", _away)
    for question, place in PLACES.items():
        words = visitor("th-an-binh").get(reverse("search"), {"q": question}).content.decode()
        assert ("Trong tệp" in words) == bool(place), question
        assert place in words
    page = search(ask("ưu tiên dân tộc"))
    assert page.degraded == is_away
    assert "<mark>ưu tiên</mark>" in page.hits[0].excerpt


def _away(_request: object) -> None:
    raise engine.EngineAwayError


def test_editor_reads_that_a_scan_has_no_text_layer_and_readers_nothing(publish, read, visitor, log_in):
    page = publish(samples.scan(), "scan.pdf")
    read()
    path = page.get_url_parts()[2]
    document = UnitDocument.objects.get()
    addresses = reverse("wagtailadmin_pages:edit", args=[page.pk]), reverse("wagtaildocs:edit", args=[document.pk])
    editor = log_in("lan@anbinh.example")
    for address in addresses:
        assert "không có lớp chữ" in editor.get(address).content.decode()
    assert "lớp chữ" not in visitor("th-an-binh").get(path).content.decode()
