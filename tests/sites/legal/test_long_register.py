"""A register of an old office: as many documents as twenty years bring."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.utils import timezone

from core.text.document_number import number_key
from tenants.registry.folding import folded_text
from tenants.registry.models import Entry, LegalEntry
from tenants.units.models import Unit, UnitSite

PATH = "/van-ban-cong-van/"
KINDS = ("Công văn", "Quyết định", "Kế hoạch", "Thông báo")
# The unit, its generation, the page, the Sở, choices, count, rows; once a second two more ask for new hosts.
MOST_QUERIES = 9


def fill(unit: Unit, count: int) -> None:
    """Enter documents as publishing does, many at once."""
    day, now = date(2026, 11, 1), timezone.now()
    entries = [
        Entry(
            unit=unit,
            object_type="legal_document",
            object_id=10_000 + figure,
            locale="vi",
            path=f"{PATH}van-ban-{figure}/",
            title=f"V/v kiểm tra học kỳ của cụm {figure % 40}",
            number_key=number_key(f"{figure}/SGDĐT-GDPT"),
            unit_kind=unit.kind_id,
            published_at=now,
            changed_at=now,
            folded_title=folded_text(f"V/v kiểm tra học kỳ của cụm {figure % 40}"),
            folded=folded_text(f"Công văn {figure} SGDĐT-GDPT " + "học sinh giáo viên nhà trường " * 40),
        )
        for figure in range(1, count + 1)
    ]
    Entry.objects.bulk_create(entries, batch_size=2000)
    rows = [
        LegalEntry(
            entry=entry,
            unit=unit,
            locale="vi",
            number=f"{figure}/SGDĐT-GDPT",
            figure=figure,
            kind=KINDS[figure % 4],
            issuer=f"Cơ quan {figure % 9}",
            subject="Giáo dục phổ thông",
            room=f"Phòng {figure % 12}",
            signer="Giám đốc",
            folded_signer="giam doc",
            issued_date=day - timedelta(days=figure % 7000),
            since=day - timedelta(days=figure % 7000),
            until=day if figure % 3 == 0 else None,
        )
        for figure, entry in enumerate(entries, start=1)
    ]
    LegalEntry.objects.bulk_create(rows, batch_size=2000)
    with connection.cursor() as cursor:  # autovacuum does it where rows are committed
        cursor.execute("ANALYZE registry_entry; ANALYZE registry_legalentry")


@pytest.mark.parametrize("count", [0, 1, 10_000])
def test_list_costs_the_same_queries_however_long_it_is(
    portal: UnitSite, an_binh: UnitSite, visitor, django_assert_max_num_queries, count: int
) -> None:
    fill(portal.unit, count)
    fill(an_binh.unit, count)
    client = visitor("th-an-binh")
    client.get(PATH)
    for query in ("", "?q=hoc+ky", "?q=12%2Fsgd", "?xep=so&hieu-luc=tat-ca&trang=200", "?loai=Quy%E1%BA%BFt+%C4%91"):
        with django_assert_max_num_queries(MOST_QUERIES):
            assert client.get(PATH + query).status_code == 200
