"""Follows the addresses an admin page holds: links, and those its scripts fetch panels and modals from."""

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urldefrag, urlsplit

from django.http import HttpResponse
from django.test import Client
from django.urls import Resolver404, resolve

from tests.sites.language.spoken import is_text

ADMIN = "/quan-tri/"
ADDRESS = re.compile(r"(?:&quot;|[\"'])(/quan-tri/[^\"'<>\s]*?)(?:&quot;|[\"'])")
# Opened for every page, since the words depend on its state; of anything else one of a kind will do.
EVERY = frozenset({"wagtailadmin_pages:edit", "wagtailadmin_pages:add"})


@dataclass(frozen=True)
class Answer:
    address: str
    view_name: str
    response: HttpResponse


def crawl(client: Client, start: str) -> Iterator[Answer]:
    """Yield the answer of every kind of address that can be reached from the start, redirects followed."""
    queue, seen = deque([start]), {start}
    opened: set[str] = set()
    while queue:
        address = queue.popleft()
        kind = kind_of(address)
        if kind is None or kind in opened:
            continue
        opened.add(kind)
        response = client.get(address, follow=True)
        yield Answer(address, kind.split("?")[0], response)
        for found in addresses_in(response):
            if found not in seen:
                seen.add(found)
                queue.append(found)


def kind_of(address: str) -> str | None:
    """Return what sort of page an admin address leads to; None for files, and for leaving."""
    path, query = urlsplit(address).path, urlsplit(address).query
    if not path.startswith(ADMIN) or "export=" in query or "dang-xuat" in path:
        return None
    try:
        match = resolve(path)
    except Resolver404:
        return None
    name = match.view_name or match.route
    return f"{name}?{path}" if name in EVERY else f"{name}?{bool(query)}"


def addresses_in(response: HttpResponse) -> Iterator[str]:
    """Yield admin addresses anywhere in an HTML or JSON answer, in the order they stand there."""
    if not is_text(response):
        return
    text = response.content.decode().replace("&amp;", "&").replace("\\/", "/").replace('\\"', '"')
    for address in ADDRESS.findall(text):
        yield urldefrag(address).url
