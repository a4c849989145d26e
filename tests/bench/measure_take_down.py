"""How long a taken-down post can still be seen anywhere, while the queue is full of other work."""

import http.client
import re
import statistics
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.test import override_settings
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from core.media.models import UnitImage
from core.media.tasks import make_renditions
from infra.local.ports import LOOPBACK
from search import client as search_client
from sites.exchange.take_down import take_down_article
from sites.models import ArticlePage
from tenants.exchange.states import TakeDownReason
from tenants.memberships.accounts import open_account
from tenants.units.context import use_site
from tests.bench import network
from tests.bench.bench import Bench
from tests.bench.figures import line
from tests.bench.measure_search import PATIENCE_SECONDS, POLL_SECONDS, is_found, wait_until_found
from tests.bench.measure_writing import accept, draft, send

PORTAL_HOST = f"{network.PORTAL}.{network.DOMAIN}"
FROM_UNITS = "/thong-tin-tu-co-so/"
FILE = re.compile(r"/tep/[^\s\"',]+")


@dataclass(frozen=True)
class Published:
    """A post that stands on its school's site and on the portal. word: only its title holds it."""

    page: ArticlePage
    word: str
    addresses: tuple[tuple[str, str], ...]
    lists: tuple[tuple[str, str], ...]
    files: tuple[tuple[str, str], ...]


def take_down(bench: Bench) -> Iterator[dict[str, Any]]:
    """From the button until page, lists, feeds, files and both searches are clean, on both sites."""
    _ = bench.index, bench.worker
    posts = [_publish(bench, f"sapgo{run:03}") for run in range(bench.sizes.take_down_runs)]
    for post in posts:
        wait_until_found(post.word, post.page)
        _require_shown(bench, post)
    seconds, waiting = [], []
    for post in posts:
        waiting.append(_fill_queue(bench.sizes.waiting_jobs))
        started = time.monotonic()
        _take_down(post.page)
        _wait_until_clean(bench, post)
        seconds.append(time.monotonic() - started)
    yield line(
        "take_down",
        max(seconds),
        runs=len(seconds),
        p50=round(statistics.median(seconds), 2),
        waiting_jobs=min(waiting),
        addresses=len(posts[0].addresses) + len(posts[0].lists) + len(posts[0].files),
    )


def _publish(bench: Bench, word: str) -> Published:
    with use_site(network.school(1)):
        page = draft(bench, mark=word)
        page.get_latest_revision().publish()
        page = ArticlePage.objects.get(pk=page.pk)
        address, section = page.get_url(), page.get_parent().get_url()
    copy_address = accept(send(page))
    host = network.host_of(1)
    addresses = ((host, address), (PORTAL_HOST, copy_address))
    shown = [(where, _fetch(bench, where, path)[1]) for where, path in addresses]
    return Published(
        page=page,
        word=word,
        addresses=addresses,
        lists=(
            (host, section),
            (host, f"{section}feed/"),
            (PORTAL_HOST, FROM_UNITS),
            (PORTAL_HOST, f"{FROM_UNITS}feed/"),
        ),
        files=tuple((where, path) for where, text in shown for path in _own_files(text)),
    )


def _own_files(text: str) -> list[str]:
    """Return the pictures of the article itself: those before the related posts."""
    return sorted(set(FILE.findall(text.partition("cg-aside")[0].partition("<article")[2])))


def _require_shown(bench: Bench, post: Published) -> None:
    """Raise RuntimeError when the post is not there to begin with: nothing would be measured."""
    for host, path in (*post.addresses, *post.files):
        if _fetch(bench, host, path)[0] != 200:
            raise RuntimeError(f"{host}{path} does not answer before the take-down")
    if not post.files:
        raise RuntimeError(f"{post.addresses[0]} shows no picture")


def _take_down(page: ArticlePage) -> None:
    site = network.school(1)
    with use_site(site):
        user = open_account(identity=network.person(network.APPROVER), unit=site.unit)
        take_down_article(
            page=ArticlePage.objects.get(pk=page.pk),
            user=user,
            reason=TakeDownReason.CONSENT,
            words="Phụ huynh rút lại sự đồng ý.",
            at=timezone.now(),
        )


def _wait_until_clean(bench: Bench, post: Published) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while left := next(_still_seen(bench, post), None):
        if time.monotonic() > deadline:
            raise RuntimeError(f"{post.word!r} could still be seen after {PATIENCE_SECONDS:.0f} s: {left}")
        time.sleep(POLL_SECONDS)


def _still_seen(bench: Bench, post: Published) -> Iterator[str]:
    """Yield the places where the post can be seen."""
    expected = [(address, http.client.GONE) for address in post.addresses]
    expected += [(file, http.client.NOT_FOUND) for file in post.files]
    for (host, path), status in expected:
        if (found := _fetch(bench, host, path)[0]) != status:
            yield f"{host}{path} answers {found}"
    for host, path in post.lists:
        if post.word in _fetch(bench, host, path)[1]:
            yield f"{host}{path} names it"
    if is_found(post.word, post.page):
        yield "the search finds it"
    if _is_found_without_index(post):
        yield "the search in PostgreSQL finds it"


def _is_found_without_index(post: Published) -> bool:
    with override_settings(ELASTICSEARCH_URL=""):
        search_client.get_client.cache_clear()
        try:
            return is_found(post.word, post.page)
        finally:
            search_client.get_client.cache_clear()


def _fetch(bench: Bench, host: str, path: str) -> tuple[int, str]:
    connection = http.client.HTTPConnection(LOOPBACK, bench.cached_server.port, timeout=PATIENCE_SECONDS)
    try:
        connection.request("GET", path, headers={"Host": host})
        answer = connection.getresponse()
        return answer.status, answer.read().decode("utf-8", "replace")
    finally:
        connection.close()


def _fill_queue(count: int) -> int:
    """Bring the waiting renditions to `count`, each a size that nobody has made; return how many wait."""
    waiting = DBTaskResult.objects.filter(queue_name="renditions", status="READY")
    missing = count - waiting.count()
    with use_site(network.school(1)):
        images = list(UnitImage.objects.values_list("pk", flat=True))
        for number in range(max(0, missing)):
            width = 200 + (time.monotonic_ns() + number) % 1200
            spec = f"width-{width}|format-webp|webpquality-71"
            make_renditions.enqueue(image_id=images[number % len(images)], specs=[spec])
    return waiting.count()
