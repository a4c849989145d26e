"""From a published page to the text of its files in the registry, and out again. No Elasticsearch: the row decides."""

from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone

from core.media.models import Faces, UnitDocument, UnitImage
from search import fallback
from search.attachments import worker
from search.attachments.actions import spread as spreading
from search.attachments.enums import Reason, TextState
from search.attachments.models import AttachedText, Attachment
from tenants.registry.document import ATTACHED_LIMIT
from tenants.registry.models import Entry, OutboxRow
from tenants.units.context import use_site
from tests.search.attachments import samples
from tests.search.attachments.samples import SENTENCE
from tests.search.support import ask
from tests.sites.admissions.test_admissions import add_notice
from tests.sites.disclosures.test_years import fill, open_first

QUESTION = "tuyển sinh dân tộc thiểu số"


@pytest.fixture(autouse=True)
def _in_an_binh(an_binh):
    with use_site(an_binh):
        yield


def found() -> list[str]:
    return list(Entry.objects.filter(pk__in=fallback.find(ask(QUESTION)).entries).values_list("title", flat=True))


def test_text_arrives_in_a_new_version_and_is_found(publish, read):
    page = publish(samples.docx(SENTENCE))
    before = Entry.objects.get()
    assert (AttachedText.objects.get().state, found()) == (TextState.WAITING, [])
    OutboxRow.objects.all().delete()
    read()
    after = Entry.objects.get()
    assert after.document["attachments"] == [{"name": "Kế hoạch năm học.docx", "pages": [[None, SENTENCE]]}]
    assert after.version > before.version
    assert OutboxRow.objects.get().version == after.version
    assert found() == [page.title]


def test_published_again_the_text_is_there_at_once(publish, read):
    page = publish(samples.docx(SENTENCE))
    read()
    page.save_revision().publish()
    assert found() == [page.title]
    assert AttachedText.objects.get().state == TextState.DONE


def test_take_down_removes_the_text_with_the_entry(publish, read):
    page = publish(samples.docx(SENTENCE))
    read()
    page.unpublish()
    assert not AttachedText.objects.exists()
    assert Entry.objects.get().document == {}


def test_content_is_read_once_and_stays_with_the_unit_that_still_shows_it(publish, read, phu_hoa):
    first = publish(samples.docx(SENTENCE), title="Ở An Bình")
    with use_site(phu_hoa):
        publish(samples.docx(SENTENCE), title="Ở Phú Hòa")
    assert read() == 1
    assert set(found()) == {"Ở An Bình", "Ở Phú Hòa"}
    first.unpublish()
    assert found() == ["Ở Phú Hòa"]
    assert AttachedText.objects.count() == 1


def test_private_file_with_the_bytes_of_a_published_one_elsewhere_gives_its_unit_nothing(publish, read, phu_hoa):
    publish(samples.docx(SENTENCE), title="Ở An Bình")
    with use_site(phu_hoa):
        page = publish(samples.docx(SENTENCE), title="Ở Phú Hòa")
        page.body = []
        page.save_revision().publish()
        page.body = [("document", UnitDocument.objects.get())]
        page.save_revision()  # a draft shows it; readers do not see it
    read()
    assert found() == ["Ở An Bình"]
    assert Attachment.objects.get().entry.title == "Ở An Bình"


def test_form_of_consent_leaves_the_search_when_it_becomes_one(publish, read):
    page = publish(samples.docx(SENTENCE))
    read()
    image = UnitImage(title="Lớp 3A", faces=Faces.CONSENTED, consent_document=UnitDocument.objects.get())
    image.file.save("lop.png", samples.picture(), save=False)
    image.save()
    page.refresh_from_db()
    page.save()  # whatever makes media look at the page again
    assert found() == []
    assert not AttachedText.objects.exists()


def test_lists_of_candidates_and_parts_that_are_not_ready_are_never_read(publish, read):
    listed = UnitDocument(title="Phòng thi")
    listed.file.save(
        "phong-thi.xlsx", ContentFile(samples.xlsx(Danh=[["Họ tên", "Phòng"], [SENTENCE, "1"]])), save=True
    )
    add_notice(lists=[{"type": "sheet", "value": {"title": "Phòng thi", "file": listed.pk}}])
    report = UnitDocument(title="Báo cáo")
    report.file.save("bao-cao.docx", ContentFile(samples.docx(SENTENCE)), save=True)
    year = open_first(report={"is_ready": False, "files": [report.pk]})
    assert not Attachment.objects.exists()
    fill(year, report={"is_ready": True, "files": [report.pk]})
    assert Attachment.objects.get().name == "Báo cáo.docx"


def test_file_replaced_in_the_library_is_read_anew(publish, read):
    publish(samples.docx("Nội dung cũ"))
    read()
    document = UnitDocument.objects.get()
    document.file.save("moi.docx", ContentFile(samples.docx(SENTENCE)), save=True)
    assert AttachedText.objects.get().state == TextState.WAITING
    read()
    assert found() == ["Thông báo"]


@pytest.mark.parametrize(
    ("name", "content", "state", "reason"),
    [
        ("scan.pdf", samples.scan(), TextState.NO_TEXT_LAYER, ""),
        ("khoa.pdf", samples.locked_pdf(), TextState.FAILED, Reason.PASSWORD),
        ("trong.xlsx", samples.xlsx(Trang=[]), TextState.DONE, ""),
    ],
)
def test_file_without_words_ends_in_its_state_and_is_not_tried_again(publish, read, name, content, state, reason):
    publish(content, name)
    read()
    row = AttachedText.objects.get()
    assert (row.state, row.reason) == (state, reason)
    assert read() == 0


def test_lost_file_is_said_to_be_missing(publish, read):
    publish(samples.docx(SENTENCE))
    file = UnitDocument.objects.get().file
    file.storage.delete(file.name)
    read()
    assert AttachedText.objects.get().reason == Reason.MISSING


def test_file_that_kills_its_worker_is_given_up_and_stops_nobody(publish, read, monkeypatch):
    publish(samples.docx("Chết người"), title="Hiểm")
    AttachedText.objects.update(attempts=worker.MAX_ATTEMPTS, claimed_until=timezone.now() - timedelta(seconds=1))
    publish(samples.docx(SENTENCE), title="Lành")
    read()
    assert found() == ["Lành"]
    assert AttachedText.objects.get(state=TextState.FAILED).reason == Reason.TOO_HEAVY


def test_killed_between_reading_and_telling_the_entries_goes_on_there(publish, read, monkeypatch):
    publish(samples.docx(SENTENCE))
    with monkeypatch.context() as patch:
        patch.setattr(worker, "spread", _die)
        with pytest.raises(SystemExit):
            read()
    assert AttachedText.objects.get().state == TextState.DONE
    read()
    assert found() == ["Thông báo"]


def _die(**_what: object) -> None:
    raise SystemExit


def test_better_extractor_reads_again_and_readers_keep_the_old_text_meanwhile(publish, read, monkeypatch):
    publish(samples.docx(SENTENCE))
    read()
    for module in ("search.attachments.worker", "search.attachments.actions.read_file"):
        monkeypatch.setattr(f"{module}.EXTRACTOR", 2)
    assert found() == ["Thông báo"]
    assert read() == 1
    assert AttachedText.objects.get().extractor == 2


def test_legacy_encoding_is_undone_and_the_original_kept(publish, read):
    publish((samples.HERE / "ke-hoach-tcvn3.doc").read_bytes(), "cu.doc")
    read()
    row = AttachedText.objects.get()
    assert row.pages[0][1].endswith("Hướng dẫn tuyển sinh lớp 10, ưu tiên người dân tộc thiểu số.")
    assert "\u00adu tiªn" in row.original[0][1]
    assert row.encoding == "TCVN3"
    assert found() == ["Thông báo"]


def test_words_beyond_the_limit_are_left_out_and_the_vector_still_holds(publish, read):
    numbers = " ".join(f"{number:x}" for number in range(2**20, 2**20 + 30_000))
    for part in range(2):
        publish(samples.docx(numbers + str(part)), title="Dài")
    read()
    page_text = [entry.document["attachments"][0]["pages"][0][1] for entry in Entry.objects.all()]
    assert [len(text) for text in page_text] == [ATTACHED_LIMIT] * 2


def test_spread_leaves_a_tombstone_alone(publish, read):
    page = publish(samples.docx(SENTENCE))
    Entry.objects.update(state="gone", document={}, folded="")
    spreading.spread(content_hash=AttachedText.objects.get().pk, at=timezone.now())
    assert Entry.objects.get(object_id=page.pk).document == {}
