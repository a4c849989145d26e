"""Two units that are twins, asked for everything in turn: no byte of one stands in an answer of the other."""

import re
from collections import Counter

import pytest
from django.conf import settings
from django.core import mail
from django.core.cache import caches
from django.db import transaction
from django.test import Client
from django_tasks_db.models import DBTaskResult

from core.logs import LineFormatter
from tenants.units.context import use_schema
from tests.isolation.things import OTHER_TYPES
from tests.isolation.twin_walk import SEARCH, addresses, answer_to, client_of, console_addresses, found_of
from tests.isolation.twins import Twin
from tests.support.network import PASSWORD


@pytest.mark.parametrize("person", ["anonymous", "author", "editor", "approver", "administrator", "both"])
def test_no_answer_holds_a_byte_of_the_twin(twins: tuple[Twin, Twin], log, person: str) -> None:
    clients = [client_of(twin, person) for twin in twins]
    leaks, heard = {}, Counter()
    for address in addresses(*twins):
        for method in ("get", "post"):
            for client, own, stranger in zip(clients, twins, reversed(twins), strict=True):
                answer = answer_to(client, method, address)
                heard[own.host] += own.words.any.encode() in answer.lower()
                if found := found_of(stranger, answer, address):
                    leaks[method, own.host, address] = found
    assert leaks == {}
    assert min(heard[twin.host] for twin in twins) > (10 if person == "anonymous" else 60)
    assert strange_lines(log, twins) == []
    assert strange_cache_entries(twins) == []


def strange_lines(log: pytest.LogCaptureFixture, twins: tuple[Twin, Twin]) -> list[str]:
    """Return the log lines stamped with one unit that hold words of the other."""
    stranger_of = {twins[0].site.schema_name: twins[1].words.any, twins[1].site.schema_name: twins[0].words.any}
    records = [record for record in log.records if record.name != "django.db.backends"]
    lines = [(stranger_of.get(getattr(record, "schema", "")), LineFormatter().format(record)) for record in records]
    return [line for stranger, line in lines if stranger and stranger in line.lower()]


def strange_cache_entries(twins: tuple[Twin, Twin]) -> list[str]:
    """Return the keys of what is kept for one unit, or for none, that hold words of the other, or any."""
    words = {twin.site.schema_name: twin.words.any.encode() for twin in twins}
    strange = []
    for alias in ("default", "local"):
        for key, value in caches[alias]._cache.items():
            kept_for = key.partition(":")[0]
            everything = (key.encode() + value).lower()
            strange += [key for schema, word in words.items() if schema != kept_for and word in everything]
    return [key for key in strange if not key.startswith("t_") or key.partition(":")[0] in words]


def test_twins_are_alike(twins: tuple[Twin, Twin]) -> None:
    """Else the walk above would ask for things that the other unit does not have."""
    one, other = twins
    of_public = {"ban-bien-tap.pk", "thong-bao.pk", "nhap-danh-sach.pk", "nguoi-dung.uuid", "danh-ba.slug", "sha256"}
    of_public |= {"de-xuat.pk", "api.unit_id", "api.article_id"} | {f"api.{name}_id" for name in OTHER_TYPES}
    drawn = {"nhap-van-ban.pk"}  # a uuid
    assert {key for key, value in one.things.values.items() if other.things.values[key] != value} <= of_public | drawn
    assert (one.paths, one.files) == (other.paths, other.files)
    assert one.picture != other.picture


@pytest.mark.parametrize("person", ["approver", "both"])
def test_cookies_of_one_unit_open_nothing_of_its_twin(twins: tuple[Twin, Twin], person: str) -> None:
    one, other = twins
    client = client_of(one, person)
    client.defaults["HTTP_HOST"] = other.host
    inner = (one.words.any, other.words.inner)
    leaks = {}
    for address in addresses(*twins):
        answer = answer_to(client, "get", address).lower()
        if found := [word for word in inner if word.encode() in answer and not address.startswith(SEARCH)]:
            leaks[address] = found
    assert leaks == {}


@pytest.mark.parametrize("person", ["anonymous", "approver", "both", "operator"])
def test_the_console_tells_nothing_of_what_units_wrote(twins: tuple[Twin, Twin], person: str) -> None:
    """Operators see the register and who works where, by name and e-mail address: no word of any page, file, notice."""
    if person == "operator":
        client = Client(headers={"host": settings.CONSOLE_HOST}, raise_request_exception=False)
        client.post("/quan-tri/dang-nhap/", {"email": "sang@vanhanh.example", "password": PASSWORD})
    else:
        client = client_of(twins[0], person)
        client.defaults["HTTP_HOST"] = settings.CONSOLE_HOST
    leaks, heard = {}, 0
    for address in console_addresses(*twins):
        for method in ("get", "post"):
            answer = answer_to(client, method, address).decode(errors="replace").lower()
            heard += any(twin.words.inner in answer for twin in twins)
            if found := [twin.words.any for twin in twins if twin.words.any in without_people(answer, twin)]:
                leaks[method, address] = found
    assert leaks == {}
    assert bool(heard) == (person == "operator")


def without_people(answer: str, twin: Twin) -> str:
    """Return the answer without names and e-mail addresses of the unit's people."""
    return re.sub(rf"người \w+ {twin.words.inner}|\w+@{twin.words.inner}\.example", "", answer)


def test_no_mail_and_no_task_crosses(twins: tuple[Twin, Twin]) -> None:
    for queued in DBTaskResult.objects.select_related("attempt").order_by("enqueued_at"):
        with use_schema(queued.attempt.schema_name), transaction.atomic():
            queued.task.call(*queued.task_result.args, **queued.task_result.kwargs)
    texts = [f"{message.message()} {message.body}".lower() for message in mail.outbox]
    assert texts
    assert [text for text in texts if all(twin.words.any in text for twin in twins)] == []
    for one, other in (twins, twins[::-1]):
        queued_in_one = DBTaskResult.objects.filter(attempt__schema_name=one.site.schema_name)
        assert [row for row in queued_in_one.values_list("args_kwargs", flat=True) if other.words.any in str(row)] == []
