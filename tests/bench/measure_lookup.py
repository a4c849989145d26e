"""Results of an exam: how long a province's list takes to load, and how many readers a second are answered from it."""

import http.client
import statistics
import time
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

from django.utils import timezone

from core.spreadsheets.write import Column, write_book
from infra.local.ports import LOOPBACK
from sites.lookup.actions.check_list import check_list
from sites.lookup.actions.put_in_place import put_in_place
from sites.lookup.loading.read import Asked
from sites.lookup.models import Exam
from tenants.units.context import use_site
from tests.bench import network
from tests.bench.bench import OURS, Bench, telling
from tests.bench.fast_load import Form, fast_load
from tests.bench.figures import line

NUMBER, FACT = "Số báo danh", "Ngày sinh"
MARKS = ("Toán", "Ngữ văn", "Tiếng Anh", "Vật lí", "Hóa học", "Sinh học", "Lịch sử", "Địa lí", "GDKT&PL", "Tin học")
# Readers who ask in turn, each from an address of their own.
READERS = 5_000
FORM_TYPE = "application/x-www-form-urlencoded"


def lookup(bench: Bench) -> Iterator[dict[str, Any]]:
    """The first school's exam: load a list of XLSX, then look up row after row, median of the turns."""
    bench.schools(1)
    sizes = bench.sizes
    with telling(f"Writing a list of {sizes.candidates} candidates"):
        content = _book(sizes.candidates)
    with use_site(network.school(1)):
        at = timezone.now()
        exam = Exam.objects.create(title="Kỳ thi", opens_at=at, removal_date=at.date() + timedelta(days=30))
        started = time.monotonic()
        read = check_list(
            exam_pk=exam.pk, filename="a.xlsx", content=content, asked=Asked(NUMBER, FACT), user=None, at=at
        )
        put_in_place(exam_pk=exam.pk, user=None, at=at)
        seconds = time.monotonic() - started
    if read.problems:
        raise RuntimeError(f"the list has mistakes: {read.problems[0]}")
    yield line("lookup_load", seconds, rows=sizes.candidates, columns=len(MARKS) + 3, mb=round(len(content) / 1e6, 1))
    yield _answered(bench, f"/ket-qua/{exam.pk}/")


def _answered(bench: Bench, path: str) -> dict[str, Any]:
    sizes = bench.sizes
    server = bench.serve(
        "core.wsgi:application",
        host=network.host_of(1),
        workers=sizes.workers,
        variables={**OURS, "PAGE_CACHE": "1", "TRUSTED_PROXIES": "1"},
    )
    forms = [_form(index % sizes.candidates, index) for index in range(READERS)]
    size = _check(server.port, server.host, path, forms[0])
    rates, cpu = [], []
    for _turn in range(sizes.turns + 1):
        before = server.cpu_seconds()
        done = fast_load(
            server.port, server.host, path, connections=sizes.connections, seconds=sizes.seconds, forms=forms
        )  # fmt: skip
        if done.failures or not done.requests:
            raise RuntimeError(f"{done.failures} of {done.failures + done.requests} look-ups failed")
        rates.append(done.requests / done.seconds)
        cpu.append((server.cpu_seconds() - before) * 1000 / done.requests)
    return line(
        "lookup",
        statistics.median(rates[1:]),
        cpu_ms=round(statistics.median(cpu[1:]), 3),
        bytes=size,
        rows=sizes.candidates,
        connections=sizes.connections,
        workers=sizes.workers,
        turns=sizes.turns,
    )


def _form(candidate: int, reader: int) -> Form:
    body = urlencode({"so": _number(candidate), "kiem": _birthday(candidate).strftime("%d/%m/%Y")})
    return Form(body, f"198.{18 + (reader >> 16)}.{(reader >> 8) & 255}.{reader & 255}")


def _check(port: int, host: str, path: str, form: Form) -> int:
    """Return the size of an answer. Raise RuntimeError unless it shows the first candidate's result."""
    connection = http.client.HTTPConnection(LOOPBACK, port, timeout=30)
    try:
        headers = {"Host": host, "Content-Type": FORM_TYPE, "X-Forwarded-For": form.sender}
        connection.request("POST", path, form.body, headers)
        page = connection.getresponse().read()
    finally:
        connection.close()
    if b"Em s\xe1\xbb\x91 0" not in page:
        raise RuntimeError(f"{host}{path} does not show the first candidate's result")
    return len(page)


def _book(candidates: int) -> bytes:
    columns = [Column("STT", 6), Column(NUMBER, 12), Column("Họ và tên", 30), Column(FACT, 12)]
    lines = (
        (
            index + 1,
            _number(index),
            f"Em số {index}",
            _birthday(index),
            *((index * 7 + place) % 10 for place in range(10)),
        )
        for index in range(candidates)
    )
    return write_book("Kết quả", [*columns, *(Column(head, 8) for head in MARKS)], lines)


def _number(candidate: int) -> str:
    return f"{candidate + 1:06}"


def _birthday(candidate: int) -> date:
    return date(2009, 1, 1) + timedelta(days=candidate * 37 % 365)
