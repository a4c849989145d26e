"""Only old files that no row of their own unit names are collected."""

import os
from datetime import datetime, timedelta
from pathlib import Path

import psycopg2
import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.db import connection
from django.utils import timezone
from wagtail.models import UploadedFile

from core.media import exchange_store
from core.media.collect import collect_files
from sites.models import DocumentImport
from tenants.units.actions.collect_files import collect_files as collect_everywhere
from tenants.units.context import use_site
from tenants.units.models import ImportState, UnitSite
from tests.core.media.conftest import make_document, make_image
from tests.factories.exchange import account

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def root(tmp_path: Path, settings) -> Path:
    settings.MEDIA_ROOT = tmp_path / "media"
    return settings.MEDIA_ROOT


def tomorrow() -> datetime:
    """The moment from which on what is written now is old."""
    return timezone.now() + timedelta(hours=24, minutes=1)


def stray(name: str = "anh.jpg") -> str:
    return default_storage.save(default_storage.generate_filename(name), ContentFile(b"x"))


def test_what_nothing_refers_to_goes_and_everything_else_stays(in_an_binh: UnitSite) -> None:
    image, document = make_image(), make_document()
    rendition = image.get_rendition("width-100")
    waiting = UploadedFile.objects.create(for_content_type_id=1, file=ContentFile(b"y", "cho.jpg"))
    archive = stray("danh-sach.zip")
    user = account("minh@anbinh.example", in_an_binh)
    with use_site(in_an_binh):
        DocumentImport.objects.create(
            filename="a.xlsx",
            content=b"",
            archive=archive,
            state=ImportState.CHECKED,
            by=user,
            created_at=timezone.now(),
        )
        left = sorted([stray(), stray("le.jpg")])
        assert collect_files(at=tomorrow(), dry_run=True) == left
        assert all(default_storage.exists(name) for name in left)
        assert collect_files(at=tomorrow()) == left
        assert not any(default_storage.exists(name) for name in left)
        assert not any(Path(settings.MEDIA_ROOT, name).parent.exists() for name in left)
        for kept in (image, document, rendition, waiting):
            assert default_storage.exists(kept.file.name)
        assert default_storage.exists(archive)
        assert collect_files(at=tomorrow()) == []


def test_a_young_file_waits_for_its_row(in_an_binh: UnitSite) -> None:
    name = stray()
    assert collect_files(at=timezone.now() + timedelta(hours=23)) == []
    # A restored file keeps its old time of writing.
    os.utime(default_storage.path(name), (0, 0))
    assert collect_files(at=timezone.now()) == []


def test_a_transaction_still_open_keeps_what_it_may_have_written(in_an_binh: UnitSite) -> None:
    name = stray()
    other = psycopg2.connect(**connection.get_connection_params())
    try:
        with other.cursor() as cursor:
            cursor.execute("SELECT 1")  # open from now on, and a day later
        assert collect_files(at=tomorrow()) == []
    finally:
        other.close()
    while not collect_files(at=tomorrow(), dry_run=True):
        pass  # the server has yet to notice
    assert collect_files(at=tomorrow()) == [name]


def test_each_unit_loses_only_its_own(an_binh: UnitSite, phu_hoa: UnitSite, capsys) -> None:
    """Twins: a row in one unit keeps no file of the other, nor does its absence there take one away."""
    with use_site(an_binh):
        kept, gone = make_image(), stray()
    with use_site(phu_hoa):
        twin = gone.replace(an_binh.schema_name, phu_hoa.schema_name)
        Path(default_storage.path(twin)).parent.mkdir(parents=True)
        Path(default_storage.path(twin)).write_bytes(b"x")
        document = make_document()
        document.__class__.objects.filter(pk=document.pk).update(file=twin)
    hash_kept = exchange_store.put(b"bai")
    assert collect_everywhere(at=tomorrow(), dry_run=True)[an_binh.schema_name] == [gone]
    collect_everywhere(at=tomorrow())
    assert not Path(settings.MEDIA_ROOT, gone).exists()
    assert Path(settings.MEDIA_ROOT, twin).exists()
    assert Path(settings.MEDIA_ROOT, kept.file.name).exists()
    assert exchange_store.exists(hash_kept)
    with use_site(an_binh):
        stray()
    call_command("collect_files", "--dry-run")
    assert "Sẽ xóa 0 tệp" in capsys.readouterr().out  # it is young
