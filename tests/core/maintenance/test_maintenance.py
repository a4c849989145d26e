"""All sites rest, say until when, and open again."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone

from core.maintenance.sign import Maintenance, put_up, sign, take_down

NOW = datetime(2026, 11, 24, 21, 0, tzinfo=timezone.get_default_timezone())


@pytest.fixture(autouse=True)
def door(settings, tmp_path: Path) -> Iterator[None]:
    settings.MAINTENANCE_FILE = tmp_path / "var" / "maintenance.json"
    sign.forget()
    yield
    sign.forget()


def get(host: str = "th-an-binh.localhost", path: str = "/", method: str = "get"):
    return getattr(Client(headers={"host": host}), method)(path)


def announce(*, begins: timedelta = timedelta(minutes=-5), ends: timedelta = timedelta(minutes=25)) -> None:
    put_up(Maintenance(timezone.now() + begins, timezone.now() + ends))


@pytest.mark.parametrize("host", ["th-an-binh.localhost", "so-gddt.localhost", "khong-co.localhost", "bad host"])
def test_every_host_is_told_when_to_come_back_without_a_query(host: str, settings) -> None:
    """No database is at hand in this test: a query would raise."""
    announce()
    answer = get(host)
    assert (answer.status_code, answer["Cache-Control"]) == (503, "no-store")
    assert 1440 < int(answer["Retry-After"]) <= 1501
    ends = timezone.localtime(sign.read().ends_at)
    assert f"dự kiến xong lúc {ends.hour}:{ends.minute:02} ngày {ends:%d/%m/%Y}" in answer.text.replace("\xa0", " ")


def test_who_was_sending_something_learns_that_it_was_not_taken() -> None:
    announce()
    assert "chưa được nhận" in get(path="/hoi-dap/gui/", method="post").text
    assert "chưa được nhận" not in get().text


def test_what_takes_longer_than_announced_stays_closed_and_says_so() -> None:
    announce(ends=timedelta(minutes=-1))
    answer = get()
    assert (answer.status_code, answer["Retry-After"]) == (503, "300")
    assert "kéo dài hơn dự kiến" in answer.text


def test_programs_are_told_in_json_when_to_ask_again() -> None:
    announce()
    answer = get(path="/api/v1/articles/")
    assert (answer.status_code, answer["Access-Control-Allow-Origin"]) == (503, "*")
    assert 1440 < int(answer["Retry-After"]) <= 1501
    assert "Hãy hỏi lại sau giờ đó." in answer.json()["error"]


def test_console_and_static_files_go_on(db: None) -> None:
    announce()
    assert get("console.localhost", "/quan-tri/dang-nhap/").status_code == 200
    assert get(path="/static/khong-co.css").status_code == 404


def test_sites_are_open_before_it_begins_and_after_it_ends(an_binh) -> None:
    announce(begins=timedelta(minutes=5))
    assert get().status_code == 200
    announce()
    assert get().status_code == 503
    assert take_down()
    assert get().status_code == 200


def test_a_sign_nobody_can_read_closes_nothing(an_binh, settings, caplog) -> None:
    settings.MAINTENANCE_FILE.parent.mkdir()
    settings.MAINTENANCE_FILE.write_text("{")
    assert get().status_code == 200
    assert "nothing that can be understood" in caplog.text


@pytest.mark.parametrize(
    ("since", "until", "begins", "ends"),
    [
        (None, "22:30", "2026-11-24 21:00", "2026-11-24 22:30"),
        ("23:00", "0:30", "2026-11-24 23:00", "2026-11-25 00:30"),
        ("20:00", "20:45", "2026-11-25 20:00", "2026-11-25 20:45"),
        ("2026-12-01 20:00", "01/12/2026 22:00", "2026-12-01 20:00", "2026-12-01 22:00"),
    ],
)
def test_command_understands_times(monkeypatch, since: str | None, until: str, begins: str, ends: str) -> None:
    monkeypatch.setattr(timezone, "now", lambda: NOW)
    call_command("maintenance", "on", until=until, since=since)
    said = sign.read()
    assert [f"{timezone.localtime(at):%Y-%m-%d %H:%M}" for at in (said.begins_at, said.ends_at)] == [begins, ends]


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({}, "Hãy ghi giờ dự kiến xong"),
        ({"until": "chiều nay"}, "Không hiểu giờ “chiều nay”"),
        ({"until": "2026-11-23 22:00"}, "phải sau giờ bắt đầu"),
    ],
)
def test_command_refuses_times_that_are_none(monkeypatch, options: dict[str, str], sentence: str) -> None:
    monkeypatch.setattr(timezone, "now", lambda: NOW)
    with pytest.raises(CommandError, match=sentence):
        call_command("maintenance", "on", **options)
    assert sign.read() is None


def test_command_opens_again_and_says_how_it_stands(capsys) -> None:
    with pytest.raises(CommandError, match="Không có đợt bảo trì"):
        call_command("maintenance", "off")
    announce()
    call_command("maintenance", "status")
    call_command("maintenance", "off")
    said = capsys.readouterr().out.splitlines()
    assert said[0].startswith("Các trang đang đóng để bảo trì: từ ")
    assert said[1] == "Các trang đang mở."
