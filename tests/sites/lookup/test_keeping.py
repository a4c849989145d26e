"""The clerks' side: a list is read on trial, put in place, deleted by hand or by the clock; who did it is kept."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from wagtail.models import ModelLogEntry

from core.accounts.models import User
from core.media import collect
from sites.clock import tick
from sites.lookup.actions.check_list import WAITS, check_list
from sites.lookup.actions.put_in_place import PlaceError, put_in_place
from sites.lookup.models import Exam, LookupPage
from sites.lookup.permissions import may_keep
from sites.ownership.models import SectionOwner
from sites.roles import GRANTS
from tenants.units.context import use_site
from tenants.units.models import Due, Role, Unit, UnitSite
from tests.factories.exchange import account
from tests.sites.lookup.conftest import HEAD, HOA, KHOA, LAN, WITH_BIRTHDAY, add_exam, address, ask, book, load

pytestmark = pytest.mark.django_db

LIST = "/quan-tri/tra-cuu/"
LogIn = Callable[..., Client]
OPEN_ON = timedelta(days=2)


def upload(client: Client, exam: Exam, content: bytes, **fields: str) -> Any:
    file = SimpleUploadedFile("diem.xlsx", content)
    columns = {"number": "Số báo danh", "fact": "Ngày sinh", "left_out": ""}
    return client.post(f"{LIST}{exam.pk}/ket-qua/", {"file": file, **columns, **fields})


def acts(exam: Exam) -> list[tuple[str, str | None]]:
    """Return (action, e-mail of who did it), oldest first. Call within the unit."""
    entries = ModelLogEntry.objects.for_instance(exam).order_by("timestamp", "pk").select_related("user")
    return [(entry.action, entry.user.email if entry.user else None) for entry in entries]


def test_clerk_makes_an_exam_and_is_led_to_its_results(log_in: LogIn, portal: UnitSite) -> None:
    client, day = log_in(KHOA), timezone.localdate() + OPEN_ON
    fields = {
        "title": "Thi thử lớp 12",
        "opens_at": f"{day:%d/%m/%Y} 08:00",
        "removal_date": f"{day + timedelta(days=60):%d/%m/%Y}",
        "source": "Hội đồng thi",
        "note": "",
    }
    answer = client.post(f"{LIST}new/", fields)
    with use_site(portal):
        exam = Exam.objects.get()
        assert answer["Location"] == f"{LIST}{exam.pk}/ket-qua/"
        assert timezone.localtime(exam.opens_at).hour == 8
        assert acts(exam) == [("wagtail.create", KHOA), ("lookup.set_opening", KHOA)]
    assert "Thi thử lớp 12" in client.get(LIST).text
    assert "Sắp mở, chưa nạp kết quả" in client.get(LIST).text
    fields["opens_at"] = f"{day:%d/%m/%Y} 09:30"
    client.post(f"{LIST}edit/{exam.pk}/", fields)
    with use_site(portal):
        assert acts(exam)[2:] == [("wagtail.edit", KHOA), ("lookup.set_opening", KHOA)]
    history = client.get(f"{LIST}history/{exam.pk}/").text
    assert f"Đặt giờ mở tra cứu: 9:30, {day:%d/%m/%Y}" in history


def test_list_is_read_on_trial_and_then_put_in_place(
    log_in: LogIn, reader: Client, exam: Exam, portal: UnitSite
) -> None:
    client = log_in(KHOA)
    answer = upload(client, exam, book(HEAD, LAN, HOA))
    assert answer["Location"] == f"{LIST}{exam.pk}/ket-qua/"
    page = client.get(answer["Location"]).text
    for words in ("Đã đọc thử, chờ đưa lên", "diem.xlsx", "Số báo danh, Ngày sinh", "Họ và tên, Toán, Ngữ văn, Tổng"):
        assert words in page
    assert "Thí sinh Một" not in page
    assert "Kết quả chưa được đưa lên" in ask(reader, exam, "012345", "3/5/2011").text
    placed = client.post(f"{LIST}{exam.pk}/ket-qua/dua-len/", follow=True)
    assert "Đã đưa lên kết quả của 2 thí sinh" in placed.text
    assert "Thí sinh Một" in ask(reader, exam, "012345", "3/5/2011").text
    with use_site(portal):
        assert acts(exam) == [("lookup.check", KHOA), ("lookup.load", KHOA)]
        assert ModelLogEntry.objects.get(action="lookup.load").data == {"filename": "diem.xlsx", "rows": 2}


def test_list_with_mistakes_changes_nothing(log_in: LogIn, reader: Client, loaded: Exam, portal: UnitSite) -> None:
    before = files(portal)
    answer = upload(log_in(KHOA), loaded, book(HEAD, LAN, [*HOA[:1], "012345", *HOA[2:]]))
    assert answer.status_code == 422
    assert "Có 1 chỗ cần sửa" in answer.text
    assert "<td>3</td><td>Số báo danh</td><td>Số báo danh 012345 đã có ở dòng 2. Hãy giữ một dòng.</td>" in answer.text
    assert files(portal) == before
    assert "Thí sinh Hai" in ask(reader, loaded, "012346", "1/12/2011").text


def test_many_mistakes_are_counted_and_the_first_hundred_shown(log_in: LogIn, exam: Exam) -> None:
    answer = upload(log_in(KHOA), exam, book(HEAD, *([*LAN[:1], "x 1", *LAN[2:]] for _ in range(151))))
    assert "Có 150 chỗ cần sửa" in answer.text
    assert "Đây là 100 chỗ đầu tiên" in answer.text


def test_bad_file_is_said_at_the_field(log_in: LogIn, exam: Exam) -> None:
    answer = upload(log_in(KHOA), exam, b"\xd0\xcf\x11\xe0 khong phai Excel")
    assert answer.status_code == 422
    assert "Không đọc được tệp Excel này" in answer.text
    assert "Chưa ghi cột nào là số báo danh" in upload(log_in(KHOA), exam, book(HEAD, LAN), number=" ").text


def test_nothing_waiting_cannot_be_put_in_place(log_in: LogIn, exam: Exam) -> None:
    answer = log_in(KHOA).post(f"{LIST}{exam.pk}/ket-qua/dua-len/", follow=True)
    assert "Không có danh sách nào đang chờ" in answer.text


def test_list_is_not_put_in_place_past_its_last_day(portal: UnitSite) -> None:
    with use_site(portal):
        exam, user = add_exam(opens_in=timedelta(days=-40)), account(KHOA, portal)
        at = timezone.now()
        check_list(exam_pk=exam.pk, filename="a", content=book(HEAD, LAN), asked=WITH_BIRTHDAY, user=user, at=at)
        with pytest.raises(PlaceError, match="Ngày xóa kết quả đã qua"):
            put_in_place(exam_pk=exam.pk, user=user, at=at)


@pytest.mark.parametrize("days", [-1, 367])
def test_results_are_kept_from_the_opening_for_a_year_at_most(portal: UnitSite, days: int) -> None:
    day = timezone.localdate() + timedelta(days=days)
    with use_site(portal), pytest.raises(ValidationError, match="không quá một năm sau"):
        add_exam(opens_in=timedelta(), removal_date=day)


def files(site: UnitSite) -> list[str]:
    """Return the results that lie in the unit's folder."""
    folder = Path(settings.MEDIA_ROOT, site.schema_name)
    return sorted(str(path) for path in folder.glob("*/ket-qua*"))


def test_clerk_deletes_results_for_good(
    log_in: LogIn, reader: Client, loaded: Exam, portal: UnitSite, django_capture_on_commit_callbacks: Any
) -> None:
    client, removal, name = log_in(KHOA), f"{LIST}{loaded.pk}/ket-qua/xoa/", loaded.results.name
    assert "không lấy lại được" in client.get(removal).text
    with django_capture_on_commit_callbacks(execute=True):
        client.post(removal)
    answer = ask(reader, loaded, "012345", "3/5/2011").text
    assert "Kết quả kỳ thi này đã được xóa ngày" in answer
    assert "Thí sinh Một" not in answer
    with use_site(portal):
        assert not default_storage.exists(name)
        assert acts(loaded)[-1] == ("lookup.remove", KHOA)
    assert f'href="{address(loaded)}"' not in reader.get("/tra-cuu/").text


def test_clock_deletes_results_after_their_last_day(
    reader: Client, loaded: Exam, portal: UnitSite, django_capture_on_commit_callbacks: Any
) -> None:
    name, last = loaded.results.name, timezone.localtime() + timedelta(days=30)
    evening = last.replace(hour=23, minute=59)
    with django_capture_on_commit_callbacks(execute=True):
        tick(at=evening)
    with use_site(portal):
        assert default_storage.exists(name)
    with django_capture_on_commit_callbacks(execute=True):
        tick(at=evening + timedelta(minutes=2))
    with use_site(portal):
        assert not default_storage.exists(name)
        assert acts(loaded)[-1] == ("lookup.remove", None)
        loaded.refresh_from_db()
        assert (loaded.results.name, loaded.sheet) == ("", {})
    assert "đã được xóa" in reader.get(address(loaded)).text


def test_clock_drops_a_list_that_nobody_put_in_place(
    exam: Exam, portal: UnitSite, django_capture_on_commit_callbacks: Any
) -> None:
    at = timezone.now()
    with use_site(portal):
        check_list(
            exam_pk=exam.pk,
            filename="a",
            content=book(HEAD, LAN),
            asked=WITH_BIRTHDAY,
            user=account(KHOA, portal),
            at=at,
        )
    assert len(files(portal)) == 1
    with django_capture_on_commit_callbacks(execute=True):
        tick(at=at + WAITS + timedelta(minutes=1))
    assert files(portal) == []
    with use_site(portal):
        exam.refresh_from_db()
        assert exam.waiting is None


def test_minute_of_opening_is_known_without_opening_the_unit(portal: UnitSite) -> None:
    with use_site(portal):
        exam = add_exam(opens_in=OPEN_ON)
    assert Due.objects.filter(site=portal, at=exam.opens_at).exists()


def test_deleted_exam_takes_its_results_along(
    log_in: LogIn, loaded: Exam, portal: UnitSite, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        log_in(KHOA).post(f"{LIST}delete/{loaded.pk}/")
    assert files(portal) == []
    with use_site(portal):
        assert not Exam.objects.exists()
        deleted = ModelLogEntry.objects.get(action="wagtail.delete", object_id=str(loaded.pk))
        assert (deleted.user.email, deleted.label) == (KHOA, "Thi tuyển sinh lớp 10")


def test_nightly_collection_keeps_what_answers_readers(loaded: Exam, portal: UnitSite) -> None:
    with use_site(portal):
        stray = loaded.results.name.replace("ket-qua", "ket-qua-khac")
        default_storage.save(stray, default_storage.open(loaded.results.name))
        later = timezone.now() + timedelta(days=3)
        assert collect.collect_files(at=later, dry_run=True) == [stray]


# Role → verbs on exams; of the board's members only those whose room owns the section.
EVERYTHING = {"view", "add", "change", "delete"}
MAY = {
    Role.AUTHOR: set(),
    Role.EDITOR: set(),
    Role.APPROVER: EVERYTHING,
    Role.ADMINISTRATOR: EVERYTHING,
    Role.DESK: set(),
    Role.BOARD_MEMBER: EVERYTHING,
    Role.BOARD_HEAD: EVERYTHING,
    Role.OFFICE: set(),
}


@pytest.mark.parametrize("role", list(Role))
def test_role_may_do_this_with_exams(role: Role, portal: UnitSite) -> None:
    named = {name for name in GRANTS[role].lists if name.startswith("cms_lookup.")}
    assert named == {f"cms_lookup.{verb}_exam" for verb in MAY[role]}
    with use_site(portal):
        kept = Group.objects.get(name=role).permissions.filter(content_type__app_label="cms_lookup")
        assert set(kept.values_list("codename", flat=True)) == {f"{verb}_exam" for verb in MAY[role]}


def test_member_of_the_board_keeps_exams_while_the_room_owns_the_section(log_in: LogIn, portal: UnitSite) -> None:
    client, today = log_in("mai@so.example"), timezone.localdate()
    with use_site(portal):
        mai, exam = User.objects.get(email="mai@so.example"), add_exam()
        assert not may_keep(mai)
    assert LIST not in client.get("/quan-tri/").text
    assert client.get(f"{LIST}{exam.pk}/ket-qua/").status_code == 403
    assert client.get(LIST).status_code == 302
    with use_site(portal):
        owner = SectionOwner.objects.create(
            page=LookupPage.objects.get(),
            owner="Phòng Giáo dục phổ thông",
            unit_uuid=Unit.objects.get(code="p-gdpt").uuid,
            valid_from=today,
        )
    assert LIST in client.get("/quan-tri/").text
    assert client.get(f"{LIST}{exam.pk}/ket-qua/").status_code == 200
    with use_site(portal):
        SectionOwner.objects.filter(pk=owner.pk).update(
            valid_from=today - timedelta(days=9), valid_until=today - timedelta(days=1)
        )
        assert not may_keep(User.objects.get(email="mai@so.example"))


@pytest.mark.parametrize("email", ["dung@so.example", "thu@anbinh.example", "lan@anbinh.example"])
def test_others_read_whom_to_ask(log_in: LogIn, portal: UnitSite, an_binh: UnitSite, email: str) -> None:
    with use_site(portal if email.endswith("@so.example") else an_binh):
        exam = add_exam()
    client = log_in(email)
    for answer in (
        client.get(f"{LIST}{exam.pk}/ket-qua/"),
        client.post(f"{LIST}{exam.pk}/ket-qua/dua-len/"),
        client.post(f"{LIST}{exam.pk}/ket-qua/xoa/"),
    ):
        assert answer.status_code == 403
        assert "Vai trò của thầy cô chưa được làm việc này" in answer.text
    assert LIST not in client.get("/quan-tri/").text


def test_second_load_by_somebody_else_names_them(portal: UnitSite, loaded: Exam) -> None:
    with use_site(portal):
        load(loaded, LAN, site=portal, by="dung@so.example")
        assert acts(loaded)[-1] == ("lookup.load", "dung@so.example")
