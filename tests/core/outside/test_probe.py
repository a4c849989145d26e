"""How an address answers, asked of a real server of this machine; and what is never asked."""

import socket
import time
from collections.abc import Callable

import pytest

from core.outside import probe as module
from core.outside.outcomes import Outcome
from core.outside.probe import probe
from tests.core.outside.conftest import Names, Server, is_this_machine

Ask = Callable[[str], str]


@pytest.mark.parametrize(
    ("status", "outcome"),
    [
        (200, Outcome.ANSWERED), (204, Outcome.ANSWERED), (304, Outcome.ANSWERED), (401, Outcome.ANSWERED),
        (403, Outcome.ANSWERED), (405, Outcome.ANSWERED), (429, Outcome.ANSWERED), (404, Outcome.NOT_FOUND),
        (410, Outcome.NOT_FOUND), (500, Outcome.SERVER_ERROR), (503, Outcome.SERVER_ERROR),
    ],
)  # fmt: skip
def test_status_becomes_an_outcome(server: Server, ask: Ask, status: int, outcome: Outcome) -> None:
    server.answers["/"] = (status, "")
    assert ask(server.url()) == outcome


def test_request_says_who_asks_and_goes_to_the_address_that_was_checked(server: Server, ask: Ask, names: Names) -> None:
    assert ask(server.url("/a?b=c")) == Outcome.ANSWERED
    [(path, headers)] = server.seen
    assert path == "/a?b=c"
    assert headers["Host"] == f"vidu.example:{server.port}"
    assert headers["User-Agent"] == "Thu/1.0"
    assert not {"Cookie", "Authorization", "Referer"} & set(headers)
    assert names.asked == ["vidu.example"]  # once: a second answer could be another


def test_redirects_are_followed_to_the_end(server: Server, ask: Ask) -> None:
    server.answers |= {"/": (302, "/moi"), "/moi": (301, server.url("/cuoi", host="khac.example")), "/cuoi": (404, "")}
    assert ask(server.url()) == Outcome.NOT_FOUND
    assert [path for path, _headers in server.seen] == ["/", "/moi", "/cuoi"]


def test_endless_redirects_end(server: Server, ask: Ask) -> None:
    server.answers["/"] = (302, "/")
    assert ask(server.url()) == Outcome.ENDLESS
    assert len(server.seen) == module.MOST_REDIRECTS + 1


@pytest.mark.parametrize(
    "location", ["ftp://vidu.example/", "file:///etc/passwd", "http://a:b@vidu.example/", "http://[x/"]
)
def test_redirect_away_from_the_web_is_not_followed(server: Server, ask: Ask, location: str) -> None:
    server.answers["/"] = (302, location)
    assert ask(server.url()) == Outcome.UNUSABLE


def test_this_machine_is_not_asked_without_permission(server: Server, names: Names) -> None:
    assert probe(server.url(), agent="Thu/1.0", find=names) == Outcome.NO_HOST
    assert probe(server.url(host="127.0.0.1"), agent="Thu/1.0") == Outcome.NO_HOST
    assert probe(f"http://2130706433:{server.port}/", agent="Thu/1.0") == Outcome.NO_HOST  # 127.0.0.1 as one number
    assert server.seen == []


def test_redirect_into_a_private_network_is_not_followed(server: Server, ask: Ask, names: Names) -> None:
    names.known["noi-bo.example"] = ["10.0.0.8"]
    server.answers["/"] = (302, "http://noi-bo.example/quan-tri")
    assert ask(server.url()) == Outcome.NO_HOST
    assert names.asked == ["vidu.example", "noi-bo.example"]
    assert len(server.seen) == 1


def test_name_with_one_private_machine_is_not_asked(server: Server, ask: Ask, names: Names) -> None:
    names.known["vidu.example"] = ["127.0.0.1", "10.0.0.8"]
    assert ask(server.url()) == Outcome.NO_HOST
    assert server.seen == []


def test_unknown_name_has_no_host(names: Names) -> None:
    def find(host: str, port: int) -> list[object]:
        raise OSError("unknown")

    assert probe("http://khong-co.example/", agent="Thu/1.0", find=find, permit=is_this_machine) == Outcome.NO_HOST


def test_closed_port_is_silent(ask: Ask) -> None:
    assert ask("http://vidu.example:9/") == Outcome.SILENT


def test_server_without_encryption_is_silent_over_https(server: Server, ask: Ask) -> None:
    assert ask(server.url().replace("http:", "https:")) == Outcome.SILENT


def test_server_that_feeds_single_bytes_is_cut_off(server: Server, ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "WHOLE_SECONDS", 0.5)
    started = time.monotonic()
    assert ask(server.url("/tung-byte")) == Outcome.SILENT
    assert time.monotonic() - started < 5


@pytest.mark.parametrize(
    ("host", "is_trusted", "outcome"),
    [
        ("vidu.example", True, Outcome.ANSWERED),
        ("khac.example", True, Outcome.BAD_CERTIFICATE),
        ("vidu.example", False, Outcome.BAD_CERTIFICATE),
    ],
)
def test_certificate_must_be_the_names(
    secure_server: Server, ask: Ask, monkeypatch: pytest.MonkeyPatch, host: str, is_trusted: bool, outcome: Outcome
) -> None:
    if is_trusted:
        monkeypatch.setenv("SSL_CERT_FILE", str(secure_server.certificate))
    assert ask(secure_server.url(host=host)) == outcome


def test_silent_server_is_given_up(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "SILENCE_SECONDS", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as listening:  # takes the call, says nothing
        assert ask(f"http://vidu.example:{listening.getsockname()[1]}/") == Outcome.SILENT
