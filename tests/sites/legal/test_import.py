"""Documents by the hundred, as offices keep them: dry run, publishing, and what is refused."""

import io
import zipfile
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl import load_workbook

from core.media.models import UnitDocument
from core.tasks.models import Attempt
from sites.legal.importing import run as running
from sites.legal.importing.archive import Archive, ArchiveError
from sites.legal.importing.run import write_documents
from sites.models import DocumentImport, DocumentRelation, LegalDocumentPage
from tenants.registry.models import LegalEntry
from tenants.units.context import use_site
from tenants.units.models import ImportState
from tests.factories.documents import add_document
from tests.support.giving_up import broken, give_up, run_once

START = "/quan-tri/nhap-van-ban/"
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
HEAD = "Số ký hiệu;Trích yếu;Ngày ban hành;Lĩnh vực;Thay thế;Tệp\n"
LIST = (
    HEAD + "9/QĐ-SGDĐT;Quy chế mới;12/01/2026;cong nghe thong tin;1682/QĐ-SGDĐT;moi.pdf\n"
    "1682/QĐ-SGDĐT;Quy chế cũ;Ngày 21 tháng 12 năm 2018;;;\n"
)


def zipped(**files: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return target.getvalue()


ARCHIVE = zipped(**{"Văn bản 2026/MỚI.pdf": PDF, "thua.pdf": PDF, "__MACOSX/._moi.pdf": b"x"})


def upload(client: Client, text: str = LIST, archive: bytes | None = ARCHIVE):
    files = {"file": SimpleUploadedFile("van-ban.csv", text.encode())}
    if archive is not None:
        files["archive"] = SimpleUploadedFile("tep.zip", archive)
    return client.post(START, files)


@pytest.fixture
def desk(portal, log_in) -> Client:
    return log_in("dung@so.example")


def work(portal) -> DocumentImport:
    """Do what the worker does."""
    with use_site(portal):
        run = DocumentImport.objects.get()
        write_documents.call(run_pk=str(run.pk))
        run.refresh_from_db()
        return run


def test_known_documents_change_only_when_asked_and_as_the_dry_run_told(desk: Client, portal) -> None:
    with use_site(portal):
        for number in ("9/QĐ-SGDĐT", "10/QĐ-SGDĐT", "11/QĐ-SGDĐT"):
            add_document(number, "Quy chế cũ", signer="Giám đốc", issued_date=date(2026, 1, 12))
        draft = LegalDocumentPage.objects.get(document_number="11/QĐ-SGDĐT")
        draft.save_revision()
        LegalDocumentPage.objects.filter(pk=draft.pk).update(has_unpublished_changes=True)
    text = (
        "Số ký hiệu;Trích yếu;Ngày ban hành;Người ký;Cơ quan;Thay thế;Tệp\n"
        f"9/QĐ-SGDĐT;Quy chế mới;12/01/2026;;{LegalEntry.objects.first().issuer};8/QĐ-SGDĐT;moi.pdf\n"
        f"10/QĐ-SGDĐT;Quy chế cũ;12/01/2026;Giám đốc;{LegalEntry.objects.first().issuer};;\n"
        f"11/QĐ-SGDĐT;Quy chế khác;12/01/2026;;{LegalEntry.objects.first().issuer};;\n"
    )
    for asks in (False, True):
        page = upload(desk, text)["Location"]
        told = desk.get(page).text
        assert "Sẽ đổi nếu cập nhật" in told
        assert "Có bản nháp chưa đăng nên không cập nhật" in told
        desk.post(f"{page}dang/", {"updates": "1"} if asks else {})
        with use_site(portal):
            run = DocumentImport.objects.first()
            write_documents.call(run_pk=str(run.pk))
            run.refresh_from_db()
            changed, same, held = LegalDocumentPage.objects.order_by("pk")
        assert (run.state, run.written, run.report["problems"]) == (ImportState.DONE, int(asks), [])
        assert changed.title == ("Quy chế mới" if asks else "Quy chế cũ")
        assert (changed.signer, same.title, held.title) == ("Giám đốc", "Quy chế cũ", "Quy chế cũ")
    with use_site(portal):
        changed.refresh_from_db()
        assert changed.attachment.filename.endswith(".pdf")
        assert [one.target_number for one in changed.relations.all()] == ["8/QĐ-SGDĐT"]
        again = DocumentImport.objects.first()
        assert LegalDocumentPage.objects.count() == 3
    page = upload(desk, text)["Location"]
    assert "Quy chế mới" not in desk.get(page).text
    assert again.report["updates"]


def test_list_is_read_first_and_published_when_asked(desk: Client, portal) -> None:
    page = upload(desk)["Location"]
    text = desk.get(page).text
    assert "Đã đọc thử, chưa đăng gì." in text
    assert "thua.pdf" in text
    assert not LegalEntry.objects.exists()
    desk.post(f"{page}dang/")
    assert "đang chờ đến lượt" in desk.get(page).text
    run = work(portal)
    assert (run.state, run.written, run.archive) == (ImportState.DONE, 2, "")
    with use_site(portal):
        new = LegalDocumentPage.objects.get(document_number="9/QĐ-SGDĐT")
        old = LegalDocumentPage.objects.get(document_number="1682/QĐ-SGDĐT")
        assert (new.document_kind, new.subject, new.issued_date) == (
            "Quyết định",
            "Công nghệ thông tin",
            date(2026, 1, 12),
        )
        assert new.issuer == "Sở Giáo dục và Đào tạo Quảng Trị"
        assert new.attachment.file_size == len(PDF)
        assert new.attachment.is_public
        assert new.owner.email == "dung@so.example"
        assert DocumentRelation.objects.get().target == old
        assert old.replaced_date == date(2026, 1, 12)
    assert "Đã đăng 2 văn bản." in desk.get(page).text


def test_list_read_again_changes_nothing(desk: Client, portal) -> None:
    for _again in range(2):
        page = upload(desk)["Location"]
        desk.post(f"{page}dang/")
        with use_site(portal):
            write_documents.call(run_pk=page.rstrip("/").rsplit("/", 1)[-1])
    assert LegalEntry.objects.count() == 2
    with use_site(portal):
        assert UnitDocument.objects.count() == 1
        assert DocumentImport.objects.first().report["known"] == ["9/QĐ-SGDĐT", "1682/QĐ-SGDĐT"]


def test_killed_worker_goes_on_where_it_stopped(desk: Client, portal, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.post(f"{upload(desk)['Location']}dang/")
    publish = running.publish_planned

    def killed(**given) -> None:
        if given["planned"].row == 2:
            raise KeyboardInterrupt
        publish(**given)

    monkeypatch.setattr(running, "publish_planned", killed)
    with pytest.raises(KeyboardInterrupt):
        work(portal)
    assert LegalEntry.objects.count() == 1
    monkeypatch.setattr(running, "publish_planned", publish)
    run = work(portal)
    assert (run.state, run.written) == (ImportState.DONE, 2)
    assert LegalEntry.objects.count() == 2


def test_list_whose_task_gives_up_says_so_and_goes_on_when_asked(desk: Client, portal, monkeypatch) -> None:
    page = upload(desk)["Location"]
    desk.post(f"{page}dang/")
    publish = running.publish_planned

    def full_at_the_second(**given) -> None:
        (broken if given["planned"].row == 2 else publish)(**given)

    with monkeypatch.context() as patch:
        patch.setattr(running, "publish_planned", full_at_the_second)
        give_up(write_documents)
    assert "Đã dừng vì lỗi" in desk.get(START).text
    text = desk.get(page).text
    assert "Đã đăng 1 trong 2 văn bản. Bấm “Đăng tiếp”" in text
    assert "data-moving" not in text
    for _click in range(2):
        desk.post(f"{page}dang/")
    assert not Attempt.objects.filter(is_dead=True).exists()
    run_once(write_documents)
    with use_site(portal):
        run = DocumentImport.objects.get()
    assert (run.state, run.written, run.archive) == (ImportState.DONE, 2, "")
    assert LegalEntry.objects.count() == 2


def test_row_that_somebody_published_meanwhile_is_left_alone(desk: Client, portal) -> None:
    desk.post(f"{upload(desk)['Location']}dang/")
    with use_site(portal):
        add_document(
            "1682/QD-SGDĐT",
            "Quy chế",
            document_kind="",
            issued_date=date(2018, 12, 21),
            issuer="Sở Giáo dục và Đào tạo Quảng Trị",
        )
    assert work(portal).written == 1
    assert LegalEntry.objects.count() == 2


def test_mistakes_are_named_by_row_and_file_and_nothing_is_published(desk: Client, portal) -> None:
    text = (
        "Số;Trích yếu;Ngày;Loại;Lĩnh vực;Hết hiệu lực;Tệp\n"
        ";Không số;12/01/2026;;;;\n"
        "1/QĐ-A;;12/01/2026;;;;\n"
        "2/QĐ-A;;32/01/2026;Bài thơ;Thời tiết;;\n"
        "3/QĐ-A;Hết trước khi có;12/01/2026;;;01/01/2026;\n"
        "4/QĐ-A;Thiếu tệp;12/01/2026;;;;khong-co.pdf\n"
        "5/QĐ-A;Tệp giả;12/01/2026;;;;gia.pdf\n"
        "6/QĐ-A;Một;12/01/2026;;;;\n"
        "6/QD-A;Một lần nữa;12/01/2026;;;;\n"
        "Khong so;Không đoán được loại;12/01/2026;;;;\n"
    )
    page = upload(desk, text, zipped(**{"gia.pdf": b"MZ program"}))["Location"]
    with use_site(portal):
        run = DocumentImport.objects.get()
    assert run.state == ImportState.REFUSED
    assert run.archive == ""
    found = {(problem["row"], problem["column"]) for problem in run.report["problems"]}
    assert found == {
        (2, "Số, ký hiệu"),
        (3, "Trích yếu"),
        (4, "Trích yếu"),
        (4, "Ngày ban hành"),
        (4, "Loại văn bản"),
        (4, "Lĩnh vực"),
        (5, "Ngày hết hiệu lực"),
        (6, "Tệp"),
        (7, "Tệp"),
        (9, "Số, ký hiệu"),
        (10, "Loại văn bản"),
    }
    assert all(problem["sentence"].endswith(".") for problem in run.report["problems"])
    desk.post(f"{page}dang/")
    assert work(portal).state == ImportState.REFUSED
    assert not LegalEntry.objects.exists()
    book = load_workbook(io.BytesIO(desk.get(f"{page}can-sua/").content))
    assert book.active.max_row == 12


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"no zip at all", "bị hỏng"),
        (zipped(**{"../../etc/passwd": b"x"}), "dẫn ra ngoài"),
        (zipped(**{"..\\\\a.pdf": b"x"}), "dẫn ra ngoài"),
        (zipped(**{"/etc/passwd": b"x"}), "dẫn ra ngoài"),
        (zipped(**{"C:\\a.pdf": b"x"}), "dẫn ra ngoài"),
        (zipped(**{"a/moi.pdf": PDF, "b/MOI.pdf": PDF}), "hai tệp cùng tên"),
        (zipped(**{"bom.pdf": bytes(501 * 1024 * 1024)}), "bung ra quá lớn"),
        (zipped(**{f"{n}.pdf": b"" for n in range(5001)}), "bung ra quá lớn"),
    ],
    ids=["damaged", "parent", "windows parent", "absolute", "drive", "namesakes", "bomb", "too many"],
)
def test_unsafe_archive_is_one_sentence(content: bytes, words: str) -> None:
    with pytest.raises(ArchiveError, match=words) as refusal:
        Archive(io.BytesIO(content))
    assert str(refusal.value).endswith(".")


def test_refusals_stand_at_the_field_and_keep_nothing(desk: Client, portal, settings) -> None:
    assert "bị hỏng" in upload(desk, archive=b"PK hong").text
    assert "Không tìm thấy hàng tiêu đề" in upload(desk, "một;hai\n1;2\n").text
    assert "thiếu cột: Trích yếu" in upload(desk, "Số;Ngày\n1;2\n").text
    assert "Chưa chọn danh sách" in desk.post(START, {}).text
    with use_site(portal):
        assert not DocumentImport.objects.exists()


def test_heavy_archive_is_refused(desk: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sites.legal.importing.views.HEAVIEST", 10)
    assert "nặng hơn 100 MB" in upload(desk).text


def test_template_can_be_filled_in_as_it_is(desk: Client, portal) -> None:
    content = desk.get(f"{START}mau/").content
    assert load_workbook(io.BytesIO(content))["Danh mục"]["A2"].value == "Công văn"
    files = zipped(**{"205-KH-SGDDT.pdf": PDF, "205-phu-luc-1.xlsx": content, "205-phu-luc-2.docx": b""})
    files = {"file": SimpleUploadedFile("mau.xlsx", content), "archive": SimpleUploadedFile("tep.zip", files)}
    desk.post(START, files)
    with use_site(portal):
        problems = DocumentImport.objects.get().report["problems"]
    assert [problem["sentence"][:20] for problem in problems] == ["205-phu-luc-2.docx: "]


@pytest.mark.parametrize(
    ("email", "may"),
    [
        ("thu@anbinh.example", False),
        ("lan@anbinh.example", False),
        ("minh@anbinh.example", True),
        ("dung@so.example", True),
        ("mai@so.example", False),
        ("khoa@so.example", True),
    ],
)
def test_who_may_publish_may_import(log_in, email: str, may: bool) -> None:
    client = log_in(email)
    assert (client.get(START).status_code == 200) is may
    assert (START in client.get("/quan-tri/").text) is may


def test_runs_of_another_unit_are_not_there(desk: Client, log_in) -> None:
    page = upload(desk)["Location"]
    minh = log_in("minh@anbinh.example")
    assert minh.get(page).status_code == 404
    assert minh.post(f"{page}dang/").status_code == 404
