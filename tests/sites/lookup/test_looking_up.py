"""What a reader gets: nothing before the minute, one row for who knows both facts, the same words for any miss."""

import logging
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from sites.lookup.models import Exam
from sites.lookup.serving import brake
from tenants.pagecache.shelf import shelves
from tenants.units import hosts, pulse
from tenants.units.context import use_site
from tenants.units.models import UnitSite
from tenants.units.statuses import UnitStatus
from tests.sites.lookup.conftest import HOA, LAN, NUMBER_ALONE, add_exam, address, ask, load

pytestmark = pytest.mark.django_db


def test_both_facts_show_the_row(reader: Client, loaded: Exam) -> None:
    answer = ask(reader, loaded, "012345", "03/05/2011")
    assert answer.status_code == 200
    for text in ("Thí sinh Một", "8,5", "Ngữ văn", "15,5", "Số báo danh: 012345"):
        assert text in answer.text
    assert "Thí sinh Hai" not in answer.text
    assert "03/05/2011" not in answer.text.replace("Ví dụ: 03/05/2011", "")


@pytest.mark.parametrize(("number", "fact"), [("12345", "3/5/2011"), ("012 345", "03052011"), ("12345", "3-5-2011")])
def test_either_may_be_written_another_way(reader: Client, loaded: Exam, number: str, fact: str) -> None:
    assert "Thí sinh Một" in ask(reader, loaded, number, fact).text


def test_wrong_number_and_wrong_birthday_get_the_same_answer(reader: Client, loaded: Exam) -> None:
    wrong_day = ask(reader, loaded, "012345", "04/05/2011")
    wrong_number = ask(reader, loaded, "999999", "04/05/2011")
    others_day = ask(reader, loaded, "012345", "01/12/2011")
    assert "Không có thí sinh nào khớp với số báo danh và ngày sinh bạn nhập" in wrong_day.text
    assert wrong_number.text.replace("999999", "012345") == wrong_day.text
    assert others_day.text.replace("01/12/2011", "04/05/2011") == wrong_day.text
    assert wrong_number.status_code == wrong_day.status_code == 200
    assert wrong_number.headers == wrong_day.headers


def test_number_alone_is_enough_where_the_exam_says_so(reader: Client, exam: Exam, portal: UnitSite) -> None:
    with use_site(portal):
        load(exam, asked=NUMBER_ALONE, site=portal)
    answer = ask(reader, exam, "12345")
    assert "15,5" in answer.text
    assert "Thí sinh" not in answer.text
    assert "Không có số báo danh 999 trong kỳ thi này" in ask(reader, exam, "999").text
    assert "Ngày sinh" not in reader.get(address(exam)).text


@pytest.mark.parametrize(
    ("number", "fact", "sentence"),
    [
        ("", "03/05/2011", "Bạn chưa nhập số báo danh"),
        ("–", "03/05/2011", "Bạn chưa nhập số báo danh"),
        ("12345", "", "Bạn chưa nhập ngày sinh"),
        ("12345", "31/02/2011", "Không hiểu ngày này"),
    ],
)
def test_what_is_missing_is_said_and_the_rest_stays(
    reader: Client, loaded: Exam, number: str, fact: str, sentence: str
) -> None:
    answer = ask(reader, loaded, number, fact)
    assert answer.status_code == 422
    assert sentence in answer.text
    assert f'value="{number}"' in answer.text
    assert f'value="{fact}"' in answer.text
    assert 'aria-invalid="true"' in answer.text


def test_nothing_shows_before_the_minute(reader: Client, portal: UnitSite, monkeypatch: pytest.MonkeyPatch) -> None:
    with use_site(portal):
        exam = add_exam(opens_in=timedelta(minutes=10))
        load(exam, site=portal)
    local = timezone.localtime(exam.opens_at)
    for page in (reader.get(address(exam)), ask(reader, exam, "012345", "03/05/2011")):
        assert f"Kết quả công bố lúc {local.hour}:{local.minute:02} ngày {local:%d/%m/%Y}" in page.text
        assert "tự mở đúng giờ" in page.text
        assert 590 <= int(page.headers["Refresh"]) <= 625
        assert "Thí sinh" not in page.text
        assert "<form" not in page.text
    monkeypatch.setattr("django.utils.timezone.now", lambda: exam.opens_at)
    assert "Thí sinh Một" in ask(reader, exam, "012345", "03/05/2011").text


def test_page_that_opens_in_days_does_not_wake_itself(reader: Client, portal: UnitSite) -> None:
    with use_site(portal):
        exam = add_exam(opens_in=timedelta(days=3))
    page = reader.get(address(exam))
    assert "Bạn quay lại trang này từ lúc ấy" in page.text
    assert "Refresh" not in page.headers


def test_open_exam_without_a_list_says_so(reader: Client, exam: Exam) -> None:
    assert "Kết quả chưa được đưa lên" in reader.get(address(exam)).text
    assert "Kết quả chưa được đưa lên" in ask(reader, exam, "012345").text


def test_lost_file_is_said_in_words_and_logged_without_a_candidate(
    reader: Client, loaded: Exam, portal: UnitSite, caplog: pytest.LogCaptureFixture
) -> None:
    with use_site(portal):
        default_storage.delete(loaded.results.name)
    with caplog.at_level(logging.ERROR):
        assert "Kết quả chưa được đưa lên" in ask(reader, loaded, "012345", "03/05/2011").text
    (record,) = [one for one in caplog.records if getattr(one, "event", "") == "lookup.unreadable"]
    assert "012345" not in caplog.text
    assert record.exam == loaded.pk


def test_texts_of_a_list_are_escaped(reader: Client, exam: Exam, portal: UnitSite) -> None:
    with use_site(portal):
        load(exam, [1, "7", "<script>alert(1)</script>", "1/1/2011", "<b>8</b>", 1, 1], site=portal)
    answer = ask(reader, exam, "7", "1/1/2011").text
    assert "<script>alert" not in answer
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in answer
    assert "&lt;b&gt;8&lt;/b&gt;" in answer
    missed = ask(reader, exam, "%22%3E%3Cscript%3Ealert(1)%3C/script%3E", "%3C!--answer--%3E").text
    assert "<script>alert" not in missed
    assert "<!--answer-->" not in missed


def test_number_never_stands_in_an_address(reader: Client, loaded: Exam) -> None:
    assert 'method="post"' in reader.get(address(loaded)).text
    page = reader.get(address(loaded), {"so": "012345", "kiem": "03/05/2011"})
    assert "Thí sinh Một" not in page.text
    assert "012345" not in page.text


def test_answer_is_kept_by_nobody(reader: Client, loaded: Exam, settings: Any) -> None:
    settings.PAGE_CACHE = True
    shelves.clear()
    for answer in (reader.get(address(loaded)), ask(reader, loaded, "012345", "03/05/2011")):
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["X-Robots-Tag"] == "noindex, nofollow"
        assert 'name="robots" content="noindex"' in answer.text
        assert not answer.cookies
        assert "ETag" not in answer.headers
    assert shelves._plain.weight == 0


def test_answer_has_the_headers_of_every_page(reader: Client, loaded: Exam) -> None:
    answer = ask(reader, loaded, "012345", "03/05/2011")
    page = reader.get("/")
    for name in ("Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy", "X-Frame-Options"):
        assert answer.headers[name] == page.headers[name]
    assert len(answer.content) < 12_000


def test_nothing_is_logged_of_a_look_up(reader: Client, loaded: Exam, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        ask(reader, loaded, "012345", "03/05/2011")
        ask(reader, loaded, "777777", "03/05/2011")
    assert "012345" not in caplog.text
    assert "777777" not in caplog.text
    assert "Thí sinh" not in caplog.text


def test_warm_look_up_asks_the_database_nothing(reader: Client, loaded: Exam, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pulse, "PULSE_SECONDS", 60.0)
    monkeypatch.setattr(hosts, "CHECK_SECONDS", 60.0)
    reader.get(address(loaded))
    with CaptureQueriesContext(connection) as queries:
        assert "Thí sinh Một" in ask(reader, loaded, "012345", "03/05/2011").text
        assert "Không có thí sinh" in ask(reader, loaded, "1", "03/05/2011").text
    assert len(queries) == 0


def test_page_follows_the_readers_display(reader: Client, loaded: Exam) -> None:
    assert 'data-view="light"' in reader.get(address(loaded)).text
    reader.cookies["lt_view"] = "high-150"
    page = ask(reader, loaded, "012345", "03/05/2011").text
    assert 'data-view="high" data-size="150"' in page
    assert "Thí sinh Một" in page


def test_who_is_logged_in_gets_the_page_of_everybody(
    log_in: Callable[..., Client], reader: Client, loaded: Exam
) -> None:
    mine = log_in("khoa@so.example").get(address(loaded))
    assert mine.content == reader.get(address(loaded)).content
    assert "sessionid" not in mine.cookies


def test_second_list_replaces_the_first_whole(
    reader: Client, loaded: Exam, portal: UnitSite, django_capture_on_commit_callbacks: Any
) -> None:
    assert "8,5" in ask(reader, loaded, "012345", "03/05/2011").text
    first = loaded.results.name
    with use_site(portal), django_capture_on_commit_callbacks(execute=True):
        load(loaded, [1, "012345", "Thí sinh Một", "3/5/2011", 9, 7, 16], site=portal)
    answer = ask(reader, loaded, "012345", "03/05/2011").text
    assert ("8,5" in answer, ">16<" in answer) == (False, True)
    assert "Thí sinh Hai" not in ask(reader, loaded, "012346", "01/12/2011").text
    with use_site(portal):
        assert not default_storage.exists(first)


def test_exam_of_another_unit_is_not_found(
    visitor: Callable[[str], Client], an_binh: UnitSite, phu_hoa: UnitSite, loaded: Exam
) -> None:
    """The same key in three units: each answers from its own file, or not at all."""
    with use_site(an_binh):
        Exam.objects.filter(pk=loaded.pk).delete()
        own = add_exam(title="Khảo sát An Bình", pk=loaded.pk)
        load(own, [1, "012345", "Em của An Bình", "3/5/2011", 1, 1, 2], site=an_binh, by="minh@anbinh.example")
    here = ask(visitor("th-an-binh"), own, "012345", "03/05/2011").text
    portals = ask(visitor("so-gddt"), loaded, "012345", "03/05/2011").text
    assert ("Em của An Bình" in here, "Thí sinh Một" in here) == (True, False)
    assert ("Em của An Bình" in portals, "Thí sinh Một" in portals) == (False, True)
    assert ask(visitor("th-phu-hoa"), own, "012345", "03/05/2011").status_code == 404


def test_suspended_unit_answers_nothing(
    visitor: Callable[[str], Client], an_binh: UnitSite, django_capture_on_commit_callbacks: Any
) -> None:
    with use_site(an_binh):
        exam = add_exam()
        load(exam, site=an_binh, by="minh@anbinh.example")
    client = visitor("th-an-binh")
    assert "Thí sinh Một" in ask(client, exam, "012345", "03/05/2011").text
    an_binh.unit.status = UnitStatus.SUSPENDED
    an_binh.unit.save()
    hosts.raise_register_version()
    hosts.host_cache.forget()
    answer = ask(client, exam, "012345", "03/05/2011")
    assert answer.status_code == 503
    assert "Thí sinh" not in answer.text


@pytest.mark.parametrize("path", ["/ket-qua/999999/", "/ket-qua/", "/ket-qua/abc/", "/ket-qua/9999999999999/"])
def test_unknown_exam_is_the_sites_own_404(reader: Client, portal: UnitSite, path: str) -> None:
    assert reader.get(path).status_code == 404


def test_form_of_an_exam_that_is_gone_gets_the_same(loaded: Exam, portal: UnitSite) -> None:
    reader = Client(headers={"host": "portal.localhost"}, enforce_csrf_checks=True)
    assert "Thí sinh Một" in ask(reader, loaded, "012345", "3/5/2011").text
    with use_site(portal):
        Exam.objects.get().delete()
    assert ask(reader, loaded, "012345", "3/5/2011").status_code == 404


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        ("so=" + "1" * 5000, "application/x-www-form-urlencoded"),
        ('{"so": "012345"}', "application/json"),
        ("", "application/x-www-form-urlencoded"),
        ("so=%00%ff&kiem=%00", "application/x-www-form-urlencoded"),
    ],
)
def test_strange_form_counts_as_an_empty_one(reader: Client, loaded: Exam, body: str, content_type: str) -> None:
    answer = reader.post(address(loaded), body, content_type=content_type)
    assert answer.status_code == 422
    assert "Bạn chưa nhập" in answer.text


def test_other_methods_are_refused(reader: Client, loaded: Exam) -> None:
    assert reader.delete(address(loaded)).status_code == 405
    assert reader.head(address(loaded)).status_code == 200


def test_who_guesses_birthdays_is_held_up_for_that_number(reader: Client, loaded: Exam) -> None:
    for day in range(1, brake.BY_NUMBER.most + 1):
        assert ask(reader, loaded, "012345", f"{day}/1/2011").status_code == 200
    held = ask(reader, loaded, "012345", "03/05/2011", **{"x-forwarded-for": "192.0.2.7"})
    assert held.status_code == 429
    assert "Có nhiều lượt tra trong thời gian ngắn" in held.text
    assert "Thí sinh Một" not in held.text
    assert "Thí sinh Hai" in ask(reader, loaded, "012346", "01/12/2011").text


def test_one_address_is_held_up_in_one_unit_alone(
    visitor: Callable[[str], Client], an_binh: UnitSite, loaded: Exam, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.TRUSTED_PROXIES = 1
    monkeypatch.setattr(brake.BY_ADDRESS, "most", 3)
    with use_site(an_binh):
        own = add_exam()
        load(own, HOA, site=an_binh, by="minh@anbinh.example")
    portal, here, there = visitor("so-gddt"), {"x-forwarded-for": "192.0.2.1"}, {"x-forwarded-for": "192.0.2.2"}
    statuses = [ask(portal, loaded, "012345", "3/5/2011", **here).status_code for _ in range(4)]
    assert statuses == [200, 200, 200, 429]
    assert ask(portal, loaded, "012345", "3/5/2011", **there).status_code == 200
    assert ask(visitor("th-an-binh"), own, "012346", "1/12/2011", **here).status_code == 200


def test_brake_counts_for_all_processes_and_lets_go_after_its_period(settings: Any, tmp_path: Path) -> None:
    settings.LOOKUP_BRAKE_FOLDER = tmp_path / "brake"
    here, elsewhere = (brake.SharedBrake("thu", most=2, seconds=10) for _process in range(2))
    assert [here.count("a", now=0.0), elsewhere.count("a", now=1.0), here.count("a", now=2.0)] == [0, 0, 8]
    assert [elsewhere.left("a", now=9.6), elsewhere.left("b", now=9.6)] == [1, 0]
    assert elsewhere.count("a", now=10.0) == 0
    assert b"a" * 3 not in (tmp_path / "brake" / "thu.slots").read_bytes()
    restarted = brake.SharedBrake("thu", most=1, seconds=10)
    assert restarted.count("a", now=5.0) == 0


def test_brake_forgets_the_oldest_of_very_many_and_works_without_a_file(settings: Any, tmp_path: Path) -> None:
    (tmp_path / "brake").write_text("no folder")
    settings.LOOKUP_BRAKE_FOLDER = tmp_path / "brake"
    full = brake.SharedBrake("thu", most=1, seconds=100, slots=8)
    assert [full.count(str(number), now=float(number)) for number in range(9)] == [0] * 9
    assert [full.left(str(number), now=9.0) > 0 for number in range(9)] == [False] + [True] * 8


def test_line_with_ipv6_is_one_sender() -> None:
    assert brake.sender_of("2001:db8:1:2:3::4") == brake.sender_of("2001:db8:1:2:ffff::1")
    assert brake.sender_of("2001:db8:1:3::1") != brake.sender_of("2001:db8:1:2::1")
    assert brake.sender_of("192.0.2.1") == "192.0.2.1"


def test_file_holds_neither_number_nor_birthday_nor_order(loaded: Exam, portal: UnitSite) -> None:
    with use_site(portal), default_storage.open(loaded.results.name) as file:
        content = file.read()
    for secret in (b"012345", b"12345", b"2011", b"03/05"):
        assert secret not in content
    assert LAN[2].encode() in content


def test_no_address_leads_to_the_file(reader: Client, log_in: Callable[..., Client], loaded: Exam) -> None:
    path = loaded.results.name.partition("/")[2]
    assert reader.get(f"/tep/{path}").status_code == 404
    assert log_in("khoa@so.example").get(f"/tep/{path}").status_code == 404
