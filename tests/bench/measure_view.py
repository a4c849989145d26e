"""What a reader with a cheap phone on a slow line waits for: the first view of home and article, nothing cached."""

import os
import statistics
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from infra.local import paths, prerequisites
from infra.local.ports import LOOPBACK
from sites.models import ArticlePage
from sites.models.section import SectionKey
from tenants.units.context import use_site
from tests.bench import corpus, network
from tests.bench.bench import Bench
from tests.bench.figures import line
from tests.bench.load import get
from tests.bench.measure_writing import accept, published_article, send
from tests.bench.serve import Server
from tests.browser.hands import CPU_RATE, NETWORK
from tests.support.network import site_of

# As in production: hashed names, compressed files, pages kept in memory.
PRODUCTION = {"DJANGO_SETTINGS_MODULE": "core.settings.dev", "PAGE_CACHE": "1"}
PHONE = {"viewport": {"width": 360, "height": 740}, "device_scale_factor": 2, "is_mobile": True, "has_touch": True}
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--host-resolver-rules=MAP *.localhost 127.0.0.1",
]
SETTLED_MS = 1500
CONTENT_IMAGES = "/tep/"
PORTAL_POSTS, COPIES = 12, 6
OBSERVE = """
window.seen = {lcp: 0, cls: 0, longest: 0};
const watch = (type, note) =>
  new PerformanceObserver(list => list.getEntries().forEach(note)).observe({type, buffered: true});
watch('largest-contentful-paint', e => { seen.lcp = e.startTime; });
watch('layout-shift', e => { if (!e.hadRecentInput) seen.cls += e.value; });
watch('longtask', e => { seen.longest = Math.max(seen.longest, e.duration); });
"""
FIRST_PAINT = "performance.getEntriesByName('first-contentful-paint')[0].startTime"


@dataclass(frozen=True)
class View:
    """One opening of one page. fcp, lcp: seconds. longest: task of the main thread, ms. weight: KB on the line without
    content images, images: KB of those. requests: without content images."""

    fcp: float
    lcp: float
    cls: float
    longest: float
    weight: float
    images: float
    requests: int


def first_view(bench: Bench) -> Iterator[dict[str, Any]]:
    """Home and article of a school and of the portal: the median of the turns of each, and of these the worst."""
    addresses = _fill_portal(bench)
    server = _production_server(bench)
    seen: dict[str, View] = {}
    with _browser() as browser:
        for name, (host, path) in addresses.items():
            if get(server.port, host, path) != 200:
                raise RuntimeError(f"{host}{path} does not answer 200")
            url = f"http://{host}:{server.port}{path}"
            views = [_look(browser, url) for _turn in range(bench.sizes.turns + 1)]
            seen[name] = _median(views[1:])
    shared = {"turns": bench.sizes.turns, "load": round(os.getloadavg()[0], 1)}
    for field in ("fcp", "lcp", "cls", "longest", "weight", "requests"):
        values = {name: round(asdict(view)[field], 3) for name, view in seen.items()}
        yield line(f"first_view_{field}", max(values.values()), **values, **shared)


def _fill_portal(bench: Bench) -> dict[str, tuple[str, str]]:
    """Give the portal pictures and posts of units; return page → host and path."""
    article = bench.paths["article"]
    for _turn in range(COPIES):
        accept(send(published_article(bench)))
    with use_site(site_of(network.PORTAL)):
        posts = corpus.news(bench.pictures)[:PORTAL_POSTS]
        pages = [network.add_article(SectionKey.NEWS, post) for post in posts]
        own = ArticlePage.objects.get(pk=pages[0].pk).get_url()
    school, portal = network.host_of(1), f"{network.PORTAL}.{network.DOMAIN}"
    return {
        "school_home": (school, "/"),
        "school_article": (school, article),
        "portal_home": (portal, "/"),
        "portal_article": (portal, own),
    }


def _production_server(bench: Bench) -> Server:
    collect = [sys.executable, "manage.py", "collectstatic", "--noinput", "-v0"]
    subprocess.run(collect, cwd=paths.ROOT, env={**os.environ, **PRODUCTION}, check=True)
    return bench.serve("core.wsgi:application", host=network.host_of(1), workers=1, variables=PRODUCTION)


@contextmanager
def _browser() -> Iterator[Browser]:
    """While it runs, Django takes every query for one inside an event loop: none is asked."""
    path = prerequisites.browser()
    if path is None:
        raise RuntimeError(f"no browser on this machine: `{sys.executable} -m infra.local.prerequisites chromium`")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


def _look(browser: Browser, url: str) -> View:
    """Open the page as a new visitor and wait until it has settled."""
    context = browser.new_context(locale="vi-VN", **PHONE)  # type: ignore[arg-type]
    page = context.new_page()
    page.add_init_script(OBSERVE)
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", NETWORK)
    session.send("Emulation.setCPUThrottlingRate", {"rate": CPU_RATE})
    asked: dict[str, str] = {}
    weights: dict[str, float] = {}
    session.on("Network.requestWillBeSent", lambda event: asked.update({event["requestId"]: event["request"]["url"]}))
    session.on(
        "Network.loadingFinished", lambda event: weights.update({event["requestId"]: event["encodedDataLength"]})
    )
    page.goto(url, wait_until="load")
    page.wait_for_timeout(SETTLED_MS)
    seen, fcp = page.evaluate("seen"), page.evaluate(FIRST_PAINT)
    context.close()
    if strangers := [address for address in asked.values() if LOOPBACK not in address and ".localhost:" not in address]:
        raise RuntimeError(f"the page asks others: {strangers}")
    pictures = {key for key, address in asked.items() if CONTENT_IMAGES in address}
    return View(
        fcp=fcp / 1000,
        lcp=seen["lcp"] / 1000,
        cls=seen["cls"],
        longest=seen["longest"],
        weight=sum(weight for key, weight in weights.items() if key not in pictures) / 1024,
        images=sum(weights.get(key, 0) for key in pictures) / 1024,
        requests=len(asked.keys() - pictures),
    )


def _median(views: list[View]) -> View:
    rows = [asdict(view) for view in views]
    return View(**{name: statistics.median(row[name] for row in rows) for name in rows[0]})
