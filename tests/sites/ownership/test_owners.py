"""Who owns a section: the regulation's rows, their days, what readers see, who may change it."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from wagtail.models import Page

from sites.ownership.book import owners_at, sentence
from sites.ownership.models import SectionOwner, Share
from sites.presenters.menu import current_menu
from tenants.units.context import use_site
from tenants.units.models import Unit, UnitSite

Visitor = Callable[[str], Client]
LIST = "/quan-tri/phu-trach/"


def page_of(slug: str) -> Page:
    return Page.objects.get(slug=slug)


def names(slug: str, day: date) -> set[str]:
    book = owners_at(current_menu().key)
    return {one.name for one in book.of_page(page_of(slug).path, day)}


@pytest.mark.django_db
def test_portal_starts_with_the_owners_of_the_regulation(portal: UnitSite) -> None:
    with use_site(portal):
        assert names("tin-tuc-su-kien", date(2026, 11, 24)) == {"Mọi phòng của Sở"}
        assert names("thong-tin-tu-co-so", date(2026, 11, 24)) == {"Tổ kỹ thuật – phục vụ"}


@pytest.mark.django_db
def test_room_that_was_merged_owned_its_section_until_the_day_before(portal: UnitSite) -> None:
    with use_site(portal):
        before, after = names("thi-va-tuyen-sinh", date(2025, 6, 30)), names("thi-va-tuyen-sinh", date(2025, 7, 1))
    assert "Phòng Giáo dục Tiểu học" in before - after
    assert "Phòng Giáo dục phổ thông" in after - before


@pytest.mark.django_db
def test_school_starts_without_owners(an_binh: UnitSite) -> None:
    with use_site(an_binh):
        assert not SectionOwner.objects.exists()


@pytest.mark.django_db
def test_page_without_owner_answers_through_the_nearest_above(portal: UnitSite) -> None:
    with use_site(portal):
        section = page_of("van-ban-cong-van")
        found = owners_at(current_menu().key).answering_for(section.path + "0001", date(2026, 11, 24))
    assert [one.name for one in found] == ["Mọi phòng của Sở"]


@pytest.mark.django_db
def test_owner_in_the_register_is_named_as_the_register_does(portal: UnitSite) -> None:
    room = Unit.objects.get(code="p-gdpt")
    with use_site(portal):
        assert SectionOwner.objects.filter(unit_uuid=room.uuid).exists()
        Unit.objects.filter(pk=room.pk).update(name="Phòng Phổ thông")
        assert "Phòng Phổ thông" in names("thi-va-tuyen-sinh", date(2026, 11, 24))


@pytest.mark.django_db
def test_section_names_its_owners_at_once(portal: UnitSite, visitor: Visitor) -> None:
    with use_site(portal):
        SectionOwner.objects.create(
            page=page_of("thong-bao"), owner="Văn phòng Sở", share=Share.LEAD, valid_from=date(2026, 1, 1)
        )
        SectionOwner.objects.create(
            page=page_of("thong-bao"), owner="Tổ báo chí", share=Share.JOINT, valid_from=date(2026, 1, 1)
        )
        expected = sentence(owners_at(current_menu().key).of_page(page_of("thong-bao").path, date(2026, 11, 24)))
    assert expected == "Chuyên mục này do Văn phòng Sở phụ trách, Tổ báo chí phối hợp."
    assert "Tổ báo chí phối hợp." in visitor("so-gddt").get("/thong-bao/").text.replace("\xa0", " ")


@pytest.mark.django_db
def test_owner_refuses_an_end_before_the_beginning(portal: UnitSite) -> None:
    with use_site(portal), pytest.raises(ValidationError, match="Ngày kết thúc phải từ ngày bắt đầu"):
        SectionOwner(
            page=page_of("thong-bao"), owner="Văn phòng", valid_from=date(2026, 2, 1), valid_until=date(2026, 1, 1)
        ).full_clean()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("email", "may"),
    [("khoa@so.example", True), ("dung@so.example", False), ("mai@so.example", False), ("minh@anbinh.example", False)],
)
def test_only_the_head_of_the_board_and_the_office_keep_owners(
    email: str, may: bool, log_in: Callable[..., Client]
) -> None:
    client = log_in(email)
    assert (client.get(LIST).status_code == 200) is may
    assert (LIST in client.get("/quan-tri/").text) is may


def fields(page: Page, **changed: Any) -> dict[str, Any]:
    return {"page": page.pk, "room": "", "owner": "", "share": "lead", "valid_from": "2026-01-01"} | changed


@pytest.mark.django_db
def test_form_links_a_room_of_the_register(portal: UnitSite, log_in: Callable[..., Client]) -> None:
    with use_site(portal):
        page = page_of("thong-bao")
    answer = log_in("khoa@so.example").post(f"{LIST}new/", fields(page, room="Phòng Giáo dục phổ thông"))
    assert answer.status_code == 302
    with use_site(portal):
        assert SectionOwner.objects.get(page=page.pk).unit_uuid == Unit.objects.get(code="p-gdpt").uuid


@pytest.mark.django_db
@pytest.mark.parametrize("words", [{}, {"room": "Mọi phòng của Sở", "owner": "Tổ báo chí"}])
def test_form_wants_one_name(words: dict[str, str], portal: UnitSite, log_in: Callable[..., Client]) -> None:
    with use_site(portal):
        page = page_of("thong-bao")
    answer = log_in("khoa@so.example").post(f"{LIST}new/", fields(page, **words))
    assert "chỉ một trong hai" in answer.text
    with use_site(portal):
        assert not SectionOwner.objects.filter(page=page.pk).exists()


@pytest.mark.django_db
def test_editor_of_a_section_reads_who_owns_it(portal: UnitSite, log_in: Callable[..., Client]) -> None:
    with use_site(portal):
        owned, free = page_of("tin-tuc-su-kien").pk, page_of("thong-bao").pk
    client = log_in("khoa@so.example")
    assert "do Mọi phòng của Sở phụ trách." in client.get(f"/quan-tri/pages/{owned}/edit/").text
    assert "phụ trách." not in client.get(f"/quan-tri/pages/{free}/edit/").text
