"""Pages to fill are public when somebody has filled them; "Bắt đầu" ticks itself and goes away."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from core.identity.models import Identity
from sites.disclosures.models import DisclosureYearPage, PeriodPlan, PlanKind
from sites.models import HomePage, StandardPage
from sites.people.models import ContactPage, Official
from sites.starter.plans import plan_of
from tenants.units.context import use_site
from tenants.units.models import Membership, Role, UnitSite
from tests.factories.documents import add_document
from tests.factories.pages import make_article
from tests.factories.pictures import make_image
from tests.sites.admissions.test_admissions import add_notice
from tests.sites.questions.conftest import add_answered

HOME = "/quan-tri/"
BODY = [{"type": "paragraph", "value": "<p>Trường mở lớp đầu tiên năm 1962.</p>"}]

pytestmark = pytest.mark.django_db


@pytest.fixture
def minh(an_binh: UnitSite, log_in: Callable[..., Client]) -> Client:
    identity = Identity.objects.get(email="minh@anbinh.example")
    Membership.objects.create(identity=identity, unit=an_binh.unit, role=Role.ADMINISTRATOR)
    return log_in("minh@anbinh.example")


def card(client: Client) -> str:
    return client.get(HOME).text.partition('aria-labelledby="lt-start"')[2].partition("</section>")[0]


def publish(page: StandardPage) -> None:
    page.body = BODY
    page.save_revision().publish()


def test_list_ticks_itself_and_goes_away_when_done(minh, an_binh) -> None:
    assert "Bắt đầu: 0/12 việc đã xong" in card(minh)
    with use_site(an_binh):
        home = HomePage.objects.get()
        home.logo = home.hero_image = make_image()
        home.save()
        ContactPage.objects.update(office_hours="7:00 đến 16:30")
        Official.objects.create(full_name="Trần Thị Hạnh", title="Hiệu trưởng", is_leader=True)
        make_article()
    assert "Bắt đầu: 5/12 việc đã xong" in card(minh)
    with use_site(an_binh):
        for page in StandardPage.objects.filter(live=False):
            publish(page)
        add_document("12/QĐ-THAB", "Quyết định về giờ học")
        add_notice()
        add_answered()
        PeriodPlan.objects.create(kind=PlanKind.MENU, starts_date=date(2026, 11, 23))
    page = card(minh)
    assert "Bắt đầu: 11/12 việc đã xong" in page
    assert "Công khai năm học đầu tiên" in page
    minh.post("/quan-tri/cong-khai/", {"starts_in": "2026"})
    with use_site(an_binh):
        DisclosureYearPage.objects.get().save_revision().publish()
    assert card(minh) == ""


def test_each_open_line_leads_to_its_place(minh) -> None:
    addresses = [part.partition('"')[0] for part in card(minh).split('href="')[1:]]
    assert len(addresses) == 12
    for address in addresses:
        assert minh.get(address).status_code == 200


def test_others_see_what_they_can_do_and_writers_nothing(log_in, an_binh) -> None:
    assert "biểu trưng" not in card(log_in("lan@anbinh.example"))
    assert "Đăng bài đầu tiên." in card(log_in("lan@anbinh.example"))
    assert card(log_in("thu@anbinh.example")) == ""


def test_list_is_put_aside_by_who_answers_for_the_site(log_in, minh, an_binh) -> None:
    lan = log_in("lan@anbinh.example")
    assert "Cất mục này đi" not in card(lan)
    assert lan.post("/quan-tri/bat-dau/cat/").status_code == 403
    assert "Cất mục này đi" in card(minh)
    minh.post("/quan-tri/bat-dau/cat/")
    assert card(minh) == card(lan) == ""


def test_page_to_fill_tells_what_belongs_there_and_is_not_public(minh, an_binh, visitor) -> None:
    reader = visitor("th-an-binh")
    assert reader.get("/gioi-thieu/lich-su/").status_code == 404
    assert "Lịch sử nhà trường" not in reader.get("/gioi-thieu/").text
    with use_site(an_binh):
        page = StandardPage.objects.get(slug="lich-su")
    editor = minh.get(f"/quan-tri/pages/{page.pk}/edit/").text
    assert "Trang này cần viết gì?" in editor
    assert "Ghi năm thành lập" in editor


def test_page_nobody_has_filled_is_not_published(minh, an_binh, visitor) -> None:
    with use_site(an_binh):
        page = StandardPage.objects.get(slug="lich-su")
    address = f"/quan-tri/pages/{page.pk}/edit/"
    fields = {"title": page.title, "summary": "", "slug": page.slug, "body-count": "0", "action-publish": "1"}
    answer = minh.post(address, {**fields, "comments-TOTAL_FORMS": "0", "comments-INITIAL_FORMS": "0"}, follow=True)
    assert "Trang này chưa có nội dung." in answer.text
    minh.post(f"/quan-tri/bulk/wagtailcore/page/publish/?id={page.pk}&next=/quan-tri/pages/")
    with use_site(an_binh):
        assert not StandardPage.objects.get(pk=page.pk).live
        publish(StandardPage.objects.get(pk=page.pk))
    reader = visitor("th-an-binh")
    assert "năm 1962" in reader.get("/gioi-thieu/lich-su/").text
    assert "Trang này cần viết gì?" not in minh.get(address).text


def test_no_instruction_reaches_readers(an_binh, visitor) -> None:
    reader = visitor("th-an-binh")
    texts = "".join(reader.get(path).text for path in ("/", "/gioi-thieu/", "/chuyen-muc/", "/sitemap-trang.xml"))
    told = [placed.planned.to_fill for placed in plan_of(an_binh.unit.kind) if placed.planned.to_fill]
    assert told
    assert not [words for words in told if words[:40] in texts]
