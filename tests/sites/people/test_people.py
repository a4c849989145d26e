"""Leaders, officials and parts of a unit: what readers see on which day, what search finds, who may change it."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from core.media.models import Faces, UnitImage
from sites.clock import tick
from sites.people.models import Official, OrganizationPart
from tenants.registry.models import Entry
from tenants.units.context import use_site
from tenants.units.models import Due, UnitSite
from tests.factories.pictures import make_image

Visitor = Callable[[str], Client]
MOST_QUERIES = 10
LEADERS, STRUCTURE, DIRECTORY = "/gioi-thieu/lanh-dao/", "/gioi-thieu/co-cau-to-chuc/", "/gioi-thieu/danh-ba-can-bo/"


def make_official(full_name: str = "Trần Thị Hạnh", title: str = "Hiệu trưởng", **fields: Any) -> Official:
    official = Official(full_name=full_name, title=title, **({"is_leader": True} | fields))
    official.full_clean()
    official.save()
    return official


def text_of(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.text.replace("\xa0", " ")


@pytest.mark.django_db
def test_leader_is_shown_with_post_duties_and_ways_to_reach(an_binh: UnitSite, visitor: Visitor) -> None:
    client = visitor("th-an-binh")
    assert "chưa có thông tin" in text_of(client, LEADERS)
    with use_site(an_binh):
        make_official(duties="Phụ trách chung.", phone="(0233) 000 0001", email="ht@anbinh.example")
    text = text_of(client, LEADERS)
    for words in ("Trần Thị Hạnh", "Hiệu trưởng", "Phụ trách chung.", "tel:+842330000001", "mailto:ht@anbinh.example"):
        assert words in text


@pytest.mark.django_db
def test_leader_who_left_is_kept_and_not_shown(an_binh: UnitSite, visitor: Visitor) -> None:
    yesterday = timezone.localdate() - timedelta(days=1)
    with use_site(an_binh):
        official = make_official()
        official.valid_until = yesterday
        official.save()
        assert Official.objects.filter(pk=official.pk).exists()
    assert "Trần Thị Hạnh" not in text_of(visitor("th-an-binh"), LEADERS)


@pytest.mark.django_db
def test_leader_of_the_future_waits(an_binh: UnitSite, visitor: Visitor) -> None:
    with use_site(an_binh):
        make_official(valid_from=timezone.localdate() + timedelta(days=1))
    assert "Trần Thị Hạnh" not in text_of(visitor("th-an-binh"), LEADERS)


@pytest.mark.django_db
def test_each_page_shows_its_own_people(portal: UnitSite, visitor: Visitor) -> None:
    with use_site(portal):
        make_official("Lê Văn Nói", "Chánh Văn phòng", is_leader=False, is_spokesperson=True)
        make_official("Phan Thị Dẫn", "Giám đốc")
    client = visitor("so-gddt")
    assert "Lê Văn Nói" in text_of(client, "/gioi-thieu/nguoi-phat-ngon/")
    assert "Phan Thị Dẫn" not in text_of(client, "/gioi-thieu/nguoi-phat-ngon/")
    assert "Lê Văn Nói" not in text_of(client, LEADERS)
    assert "Lê Văn Nói" in text_of(client, DIRECTORY)


@pytest.mark.django_db
def test_photo_needs_consent_and_goes_with_it(an_binh: UnitSite, visitor: Visitor) -> None:
    client = visitor("th-an-binh")
    with use_site(an_binh):
        image = make_image(color="navy")
        address = image.file.url
        official = make_official(photo=image)
    assert client.get(address).status_code == 404
    assert "<img" not in text_of(client, LEADERS)
    with use_site(an_binh):
        official.photo_consent = True
        official.save()
    assert client.get(address).status_code == 200
    assert 'alt="Trần Thị Hạnh"' in text_of(client, LEADERS)
    with use_site(an_binh):
        official.photo_consent = False
        official.save()
    assert client.get(address).status_code == 404


@pytest.mark.django_db
def test_photo_that_was_replaced_is_private_again(an_binh: UnitSite) -> None:
    with use_site(an_binh):
        old, new = make_image(color="navy"), make_image(color="teal")
        official = make_official(photo=old, photo_consent=True)
        official.photo = new
        official.save()
        assert not UnitImage.objects.get(pk=old.pk).is_public
        assert UnitImage.objects.get(pk=new.pk).is_public


@pytest.mark.django_db
def test_clock_hides_the_photo_and_the_name_of_who_left(an_binh: UnitSite) -> None:
    today = timezone.localdate()
    with use_site(an_binh):
        image = make_image(color="navy")
        official = make_official(photo=image, photo_consent=True, valid_until=today)
        assert UnitImage.objects.get(pk=image.pk).is_public
    assert Due.objects.filter(site=an_binh).exists()
    with use_site(an_binh):  # the day goes by
        Official.objects.filter(pk=official.pk).update(valid_until=today - timedelta(days=1))
    tick(at=timezone.now() + timedelta(days=1))
    with use_site(an_binh):
        assert not UnitImage.objects.get(pk=image.pk).is_public
    assert "Trần Thị Hạnh" not in Entry.objects.get(object_type="people", title="Lãnh đạo nhà trường").document["body"]


@pytest.mark.django_db
def test_search_knows_who_leads(an_binh: UnitSite) -> None:
    with use_site(an_binh):
        make_official(duties="Phụ trách chung.")
    entry = Entry.objects.get(object_type="people", title="Lãnh đạo nhà trường")
    assert (entry.unit, entry.path) == (an_binh.unit, LEADERS)
    assert "tran thi hanh hieu truong phu trach chung" in entry.folded


@pytest.mark.django_db
def test_structure_is_drawn_and_listed(an_binh: UnitSite, visitor: Visitor) -> None:
    with use_site(an_binh):
        office = OrganizationPart.objects.create(name="Tổ Văn phòng", position=20)
        OrganizationPart.objects.create(name="Thư viện", parent=office)
        OrganizationPart.objects.create(name="Tổ cũ", valid_until=date(2020, 1, 1))
        make_official("Mai Thị Sách", "Tổ trưởng", part=office, is_leader=False)
        make_official()
    text = text_of(visitor("th-an-binh"), STRUCTURE)
    assert text.count("<rect") == 3
    assert text.count('class="cg-chart__line"') == 2
    assert "Tổ trưởng Mai Thị Sách" in text
    assert "Hiệu trưởng Trần Thị Hạnh" in text
    assert "Tổ cũ" not in text


@pytest.mark.django_db
@pytest.mark.parametrize("path", [LEADERS, STRUCTURE, DIRECTORY, "/lien-he/"])
def test_page_costs_the_same_for_one_and_for_many(path: str, an_binh: UnitSite, visitor: Visitor) -> None:
    client, costs = visitor("th-an-binh"), []
    with use_site(an_binh):
        part = OrganizationPart.objects.create(name="Tổ 1", phone="(0233) 000 0002")
        make_official(part=part, photo=make_image(color="navy"), photo_consent=True)
    for more in (0, 200):
        with use_site(an_binh):
            parts = OrganizationPart.objects.bulk_create(
                OrganizationPart(name=f"Tổ {n + 2}") for n in range(more // 10)
            )
            Official.objects.bulk_create(
                Official(full_name=f"Lê Văn {n}", title="Giáo viên", is_leader=True, part=parts[n % len(parts)])
                for n in range(more)
            )
        client.get(path)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(path).status_code == 200
        costs.append(len(queries))
    assert costs[0] == costs[1] <= MOST_QUERIES


@pytest.mark.django_db
def test_officials_of_one_position_stand_in_vietnamese_order_of_their_given_names(an_binh: UnitSite) -> None:
    with use_site(an_binh):
        for name in ("Lê Văn Đức", "Trần Văn An", "Hồ Thị Dung", "Phan Thị Ánh"):
            make_official(name, "Giáo viên")
        found = list(Official.objects.values_list("full_name", flat=True))
    assert found == ["Trần Văn An", "Phan Thị Ánh", "Hồ Thị Dung", "Lê Văn Đức"]


@pytest.mark.django_db
def test_official_refuses_an_end_before_the_beginning(an_binh: UnitSite) -> None:
    with use_site(an_binh), pytest.raises(ValidationError, match="Ngày kết thúc phải từ ngày bắt đầu"):
        make_official(valid_from=date(2026, 2, 1), valid_until=date(2026, 1, 1))


@pytest.mark.django_db
def test_part_refuses_to_stand_below_itself(an_binh: UnitSite) -> None:
    with use_site(an_binh):
        upper = OrganizationPart.objects.create(name="Tổ A")
        lower = OrganizationPart.objects.create(name="Tổ B", parent=upper)
        upper.parent = lower
        with pytest.raises(ValidationError, match="không thể trực thuộc chính nó"):
            upper.full_clean()


@pytest.mark.django_db
def test_form_refuses_a_photo_whose_faces_nobody_answered_for(an_binh: UnitSite, log_in: Callable[..., Client]) -> None:
    with use_site(an_binh):
        image = make_image(color="navy")
        UnitImage.objects.filter(pk=image.pk).update(faces=Faces.UNANSWERED)
    fields = {"full_name": "Lê Lan", "title": "Hiệu phó", "position": 1, "photo": image.pk, "photo_consent": "on"}
    answer = log_in("lan@anbinh.example").post("/quan-tri/can-bo/new/", fields)
    assert "chưa có câu trả lời về mặt học sinh" in answer.text
    with use_site(an_binh):
        assert not Official.objects.exists()


# Person → may change people of the own unit.
MAY = {
    "thu@anbinh.example": False,
    "lan@anbinh.example": True,
    "minh@anbinh.example": True,
    "dung@so.example": False,
    "mai@so.example": False,
    "khoa@so.example": True,
}


@pytest.mark.django_db
@pytest.mark.parametrize("email", MAY)
@pytest.mark.parametrize("path", ["/quan-tri/can-bo/", "/quan-tri/bo-phan/", "/quan-tri/can-bo/new/"])
def test_people_are_kept_by_editors_and_who_answers_for_the_unit(
    email: str, path: str, log_in: Callable[..., Client]
) -> None:
    assert (log_in(email).get(path).status_code == 200) is MAY[email]


@pytest.mark.django_db
def test_nobody_deletes_somebody(an_binh: UnitSite, log_in: Callable[..., Client]) -> None:
    with use_site(an_binh):
        official = make_official()
    log_in("minh@anbinh.example").post(f"/quan-tri/can-bo/delete/{official.pk}/")
    with use_site(an_binh):
        assert Official.objects.filter(pk=official.pk).exists()


@pytest.mark.django_db
def test_contact_page_says_what_the_register_says(an_binh: UnitSite, visitor: Visitor) -> None:
    with use_site(an_binh):
        OrganizationPart.objects.create(name="Tổ Văn phòng", phone="(0233) 000 0009")
    text = text_of(visitor("th-an-binh"), "/lien-he/")
    for words in ("Khối 3, xã thử nghiệm", "tel:+842330000000", "th-an-binh@vidu.example", "Hiệu trưởng"):
        assert words in text
    assert '"@type":"EducationalOrganization"' in text
    assert "tel:+842330000009" in text
