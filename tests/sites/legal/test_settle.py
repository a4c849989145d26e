"""What documents do to each other."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from sites.legal.settle import settle_documents
from sites.models import DocumentRelation, LegalDocumentPage
from sites.models.legal_document import DocumentState
from tenants.registry.models import LegalEntry
from tenants.units.context import use_site
from tests.factories.documents import add_document

OLD = {"document_kind": "", "issued_date": date(2018, 12, 21)}


@pytest.fixture(autouse=True)
def _in_portal(portal):
    with use_site(portal):
        yield


def again(page: LegalDocumentPage) -> LegalDocumentPage:
    return LegalDocumentPage.objects.get(pk=page.pk)


def test_replacing_document_ends_the_other_on_its_own_first_day() -> None:
    today = timezone.localdate()
    old = add_document("1682/QĐ-SGDĐT", "Quy chế cũ", **OLD)
    tomorrow = today + timedelta(days=1)
    new = add_document(
        "9/QĐ-SGDĐT", "Quy chế mới", document_kind="", effective_date=tomorrow, relations={"replaces": old}
    )
    assert again(old).state_on(today) == DocumentState.IN_FORCE
    assert again(old).state_on(tomorrow) == DocumentState.EXPIRED
    entry = LegalEntry.objects.get(number="1682/QĐ-SGDĐT")
    assert entry.until == tomorrow
    assert entry.entry.document["expiry_date"] == tomorrow.isoformat()
    assert entry.entry.document["replaced_by"] == new.pk


def test_amending_document_ends_a_part() -> None:
    old = add_document("1682/QĐ-SGDĐT", "Quy chế", **OLD)
    add_document("10/QĐ-SGDĐT", "Sửa đổi Quy chế", document_kind="", relations={"amends": old})
    assert again(old).state_on(timezone.localdate()) == DocumentState.PARTLY_EXPIRED


def test_what_ended_is_back_when_the_ending_document_leaves() -> None:
    old = add_document("1682/QĐ-SGDĐT", "Quy chế cũ", **OLD)
    new = add_document("9/QĐ-SGDĐT", "Quy chế mới", document_kind="", relations={"replaces": old})
    new.unpublish()
    assert again(old).replaced_date is None
    again(new).save_revision().publish()
    assert again(old).replaced_date == new.issued_date
    again(new).delete()
    assert again(old).replaced_date is None
    assert LegalEntry.objects.get().until is None


def test_number_is_linked_once_its_document_is_there() -> None:
    add_document("9/QĐ-SGDĐT", "Quy chế mới", document_kind="", relations={"replaces": "1682/QD-SGD&ĐT"})
    old = add_document("1682/QĐ-SGDĐT", "Quy chế cũ", **OLD)
    assert DocumentRelation.objects.get().target == old
    assert old.replaced_date == timezone.localdate()


def test_number_that_two_documents_bear_is_not_guessed() -> None:
    for year in (2024, 2025):
        add_document("80/QĐ-UBND", f"Chỉ tiêu {year}", document_kind="", issued_date=date(year, 1, 12))
    add_document("9/QĐ-UBND", "Chỉ tiêu", document_kind="", relations={"replaces": "80/QĐ-UBND"})
    assert DocumentRelation.objects.get().target is None
    assert settle_documents() == 0


def test_older_revision_does_not_bring_a_wrong_state_back() -> None:
    old = add_document("1682/QĐ-SGDĐT", "Quy chế cũ", **OLD)
    add_document("9/QĐ-SGDĐT", "Quy chế mới", document_kind="", relations={"replaces": old})
    old.save_revision().publish()
    assert again(old).replaced_date == timezone.localdate()
    assert LegalEntry.objects.get(number="1682/QĐ-SGDĐT").until == timezone.localdate()


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"expiry_date": date(2018, 12, 1)}, "Ngày hết hiệu lực phải sau"),
        ({"received_date": date(2018, 12, 1)}, "Ngày nhận không thể trước"),
        ({"document_number": "Không số"}, "Không đoán được loại văn bản"),
    ],
)
def test_form_says_what_is_wrong(fields: dict, sentence: str) -> None:
    with pytest.raises(ValidationError, match=sentence):
        add_document(**{"number": fields.pop("document_number", "1/QĐ-A"), "title": "Thử", **OLD, **fields})


def test_same_number_of_the_same_day_is_refused_however_it_is_written() -> None:
    add_document("1682/QĐ-SGDĐT", "Quy chế", **OLD)
    with pytest.raises(ValidationError, match="đã có trong sổ: “Quy chế”"):
        add_document("1682/QD-SGD&ĐT", "Quy chế lần nữa", **OLD)


def test_relation_names_something_else_than_its_own_page() -> None:
    page = add_document("1/QĐ-A", "Một", **OLD)
    for relation, sentence in (
        (DocumentRelation(page=page), "Hãy chọn một văn bản"),
        (DocumentRelation(page=page, target=page), "chính nó"),
    ):
        with pytest.raises(ValidationError, match=sentence):
            relation.clean()
