"""The list's way by the pages: upload, dry run, write, result; on the console and in the portal's admin."""

import io
import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl import Workbook, load_workbook

from core.identity.models import Identity
from core.tasks.models import Attempt
from tenants.units.importing import write as write_module
from tenants.units.importing.run import write_run
from tenants.units.importing.write import check_list
from tenants.units.models import ImportRun, ImportState, Membership, Role, Unit, UnitSite, UnitTrace
from tenants.units.task_worker import revive
from tests.support.giving_up import broken, give_up, run_once
from tests.support.network import PASSWORD
from tests.tenants.memberships.mail import run_tasks

START = "/quan-tri/nhap-danh-sach/"
GOOD = "mã,tên,loại,xã,website\nth-x,Trường Tiểu học X,tiểu học,Khe Sanh,th-x.localhost\n"
BAD = "mã,tên,loại\nth-x,,không có\n"

UNKNOWN = uuid.UUID(int=1)


@pytest.fixture
def operator(db: None) -> Client:
    client = Client(headers={"host": "console.localhost"})
    client.post("/quan-tri/dang-nhap/", {"email": "sang@vanhanh.example", "password": PASSWORD})
    return client


@pytest.fixture
def clerk(portal, log_in) -> Client:
    """Mai, who also keeps the register for the Sở's office."""
    mai = Identity.objects.get(email="mai@so.example")
    Membership.objects.create(identity=mai, unit=portal.unit, role=Role.OFFICE)
    return log_in("mai@so.example")


def upload(client: Client, text: str | bytes, *, with_sites: bool = False, name: str = "danh-sach.csv"):
    content = text.encode() if isinstance(text, str) else text
    return client.post(
        START, {"file": SimpleUploadedFile(name, content), **({"with_sites": "on"} if with_sites else {})}
    )


@pytest.mark.parametrize("who", ["operator", "clerk"])
def test_a_list_is_read_then_written_by_the_worker(who: str, request) -> None:
    client = request.getfixturevalue(who)
    page = upload(client, GOOD, with_sites=True)
    run = ImportRun.objects.get()
    shown = client.get(page["Location"]).content.decode()
    assert "chưa ghi gì" in shown
    assert not Unit.objects.filter(code="th-x").exists()
    for _ in range(2):  # a double click
        assert client.post(f"{page['Location']}ghi/").status_code == 302
    assert "đang chờ đến lượt" in client.get(page["Location"]).content.decode()
    run_tasks("default")
    run.refresh_from_db()
    assert (run.state, run.sites_made) == (ImportState.DONE, 1)
    assert UnitSite.objects.filter(unit__code="th-x").count() == 1
    assert "Đã ghi xong" in client.get(page["Location"]).content.decode()
    assert UnitTrace.objects.filter(unit__code="th-x", by=run.by).exists()
    assert client.post(f"{page['Location']}ghi/").status_code == 302
    run_tasks("default")
    assert ImportRun.objects.get().state == ImportState.DONE


def test_mistakes_are_shown_and_can_be_taken_along(operator) -> None:
    page = upload(operator, BAD)["Location"]
    text = operator.get(page).content.decode()
    assert "Có 2 chỗ cần sửa" in text
    assert "Dòng này chưa có tên đơn vị." in text
    assert "Ghi vào danh bạ" not in text
    operator.post(f"{page}ghi/")
    run_tasks("default")
    assert ImportRun.objects.get().state == ImportState.REFUSED
    assert not Unit.objects.filter(code="th-x").exists()
    book = load_workbook(io.BytesIO(operator.get(f"{page}can-sua/").content))
    assert [cell.value for cell in book.worksheets[0][2]] == [2, "Loại đơn vị", text_of(book, 2)]


def text_of(book: Workbook, line: int) -> str:
    return book.worksheets[0].cell(line, 3).value


def test_what_is_no_list_stays_a_sentence_at_the_form(operator) -> None:
    for content in (b"", b"PK\x03\x04 hong", "một,hai\n1,2\n"):
        answer = upload(operator, content)
        assert answer.status_code == 200
        assert "cg-field__error" in answer.content.decode()
    assert not ImportRun.objects.exists()


def test_a_workbook_that_unpacks_to_gigabytes_is_refused(operator) -> None:
    import zipfile

    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("xl/worksheets/sheet1.xml", b"0" * (201 * 1024 * 1024))
    answer = upload(operator, target.getvalue(), name="bom.xlsx")
    assert "Không đọc được tệp Excel này" in answer.content.decode()


def test_the_template_can_be_filled_in_as_it_is(operator) -> None:
    content = operator.get(f"{START}mau/").content
    problems = check_list(content).problems
    assert {problem.column for problem in problems} <= {"Cơ quan chủ quản"}  # the example's commune office is not here
    assert [sheet.title for sheet in load_workbook(io.BytesIO(content))] == ["Danh sách", "Danh mục"]


def test_a_list_that_fails_after_the_dry_run_writes_nothing(operator, phu_hoa) -> None:
    page = upload(operator, GOOD)["Location"]
    operator.post(f"{page}ghi/")
    phu_hoa.domains.create(domain="th-x.localhost", is_primary=False)  # taken meanwhile
    run_tasks("default")
    assert ImportRun.objects.get().state == ImportState.REFUSED
    assert not Unit.objects.filter(code="th-x").exists()
    assert "đã thuộc về đơn vị khác" in operator.get(page).content.decode()


def test_a_killed_worker_continues_where_it_stopped(operator, monkeypatch: pytest.MonkeyPatch) -> None:
    more = GOOD + "th-y,Trường Tiểu học Y,tiểu học,,th-y.localhost\n"
    page = upload(operator, more, with_sites=True)["Location"]
    operator.post(f"{page}ghi/")
    real, made = write_module.make_unit_site, []

    def dies_at_the_second(**values):
        if made:
            raise KeyboardInterrupt
        made.append(real(**values))

    monkeypatch.setattr(write_module, "make_unit_site", dies_at_the_second)
    run = ImportRun.objects.get()
    with pytest.raises(KeyboardInterrupt):
        write_run.func(str(run.pk))
    monkeypatch.setattr(write_module, "make_unit_site", real)
    write_run.func(str(run.pk))
    run.refresh_from_db()
    assert (run.state, run.sites_made, run.sites_wanted) == (ImportState.DONE, 2, 2)
    assert UnitSite.objects.filter(unit__code__in=["th-x", "th-y"]).count() == 2


def test_a_run_whose_task_gives_up_says_so_and_can_be_started_again(operator, monkeypatch) -> None:
    page = upload(operator, GOOD)["Location"]
    operator.post(f"{page}ghi/")
    with monkeypatch.context() as patch:
        patch.setattr(write_module, "change_units", broken)  # after the new units were written
        give_up(write_run)
    assert ImportRun.objects.get().has_stopped
    assert "Đã dừng vì lỗi" in operator.get(START).content.decode()
    assert not Unit.objects.filter(code="th-x").exists()
    text = operator.get(page).content.decode()
    assert "Chưa ghi gì vào danh bạ. Bấm “Ghi lại”" in text
    assert "data-moving" not in text
    for _click in range(2):
        operator.post(f"{page}ghi/")
    assert not Attempt.objects.filter(is_dead=True).exists()
    run_once(write_run)
    assert ImportRun.objects.get().state == ImportState.DONE
    assert Unit.objects.filter(code="th-x").exists()


def test_a_run_that_gives_up_over_its_sites_says_what_stands(operator, monkeypatch) -> None:
    page = upload(operator, GOOD, with_sites=True)["Location"]
    operator.post(f"{page}ghi/")
    with monkeypatch.context() as patch:
        patch.setattr(write_module, "make_unit_site", broken)
        give_up(write_run)
    assert "Danh bạ đã ghi đủ, nhưng mới tạo 0 trong 1 trang." in operator.get(page).content.decode()
    revive(task_id=Attempt.objects.get(is_dead=True).task_id)  # the console's button
    run_once(write_run)
    run = ImportRun.objects.get()
    assert (run.state, run.sites_made) == (ImportState.DONE, 1)


@pytest.mark.parametrize("part", ["", "mau/", f"{UNKNOWN}/", f"{UNKNOWN}/can-sua/"])
@pytest.mark.parametrize(
    ("email", "status"), [("minh@anbinh.example", 404), ("dung@so.example", 403), ("mai@so.example", 403)]
)
def test_units_and_the_desk_cannot_import(log_in, email: str, status: int, part: str) -> None:
    client = log_in(email)
    assert client.get(START + part).status_code == status
    if part == "":
        assert upload(client, GOOD).status_code == status
        assert not ImportRun.objects.exists()
        assert "nhap-danh-sach" not in client.get("/quan-tri/").content.decode()


def test_strangers_are_asked_to_log_in(db) -> None:
    for host in ("console.localhost", "portal.localhost"):
        answer = Client(headers={"host": host}).get(START)
        assert answer.status_code == 302
        assert answer["Location"].startswith("/quan-tri/dang-nhap/")
