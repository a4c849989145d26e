"""Every string that an answer of the admin says to a person: text, labels, and what its scripts are told to say."""

import json
import re
from collections.abc import Iterator
from typing import Any

from django.http import HttpResponse
from lxml import html
from lxml.etree import ParserError

SPOKEN_ATTRIBUTES = ("aria-label", "aria-description", "aria-roledescription", "title", "placeholder", "alt", "label")
BUTTONS = ("submit", "button", "reset")
SILENT = ("script", "style")
DATA_TYPES = ("application/json", "text/template", "text/x-template")
# A key, a class or a word of code, as against something said: "go_live_at", "w-dialog#show", "page".
MACHINE = re.compile(r"[a-z0-9_./:#@?=&%|>,\s-]*|\S*[/_#:=>{}]\S*")


def is_text(response: HttpResponse) -> bool:
    return not response.streaming and response["content-type"].startswith(("text/html", "application/json"))


def spoken_in(response: HttpResponse) -> Iterator[str]:
    """Yield what is said by an HTML page or a JSON answer (Wagtail's modals), spaces collapsed."""
    if not is_text(response):
        return
    if response["content-type"].startswith("application/json"):
        yield from _in_data(json.loads(response.content))
    else:
        yield from _in_markup(response.content.decode())


def _in_markup(content: str) -> Iterator[str]:
    try:
        root = html.fromstring(content)
    except ParserError:  # nothing but spaces or comments
        return
    for element in root.iter():
        if isinstance(element.tag, str):
            yield from _in_element(element)
        if element.getparent() is not None and element.tail:
            yield from _plain(element.tail)


def _in_element(element: html.HtmlElement) -> Iterator[str]:
    if element.tag not in SILENT and "hidden" not in element.attrib:  # a hidden counter holds no text of its own yet
        yield from _plain(element.text or "")
    elif element.get("type") in DATA_TYPES:
        yield from _in_value(element.text or "")
    for name, value in element.attrib.items():
        if name in SPOKEN_ATTRIBUTES or (name == "value" and _is_button(element)):
            yield from _plain(value)
        elif name.startswith("data-"):
            yield from _in_value(value)


def _is_button(element: html.HtmlElement) -> bool:
    return element.tag == "input" and element.get("type") in BUTTONS


def _in_value(value: str) -> Iterator[str]:
    """What scripts are handed: JSON, markup to insert, or a sentence."""
    text = value.strip()
    if text[:1] in ("{", "[", '"'):
        try:
            yield from _in_data(json.loads(text))
        except ValueError:
            pass
        else:
            return
    if "</" in text or "/>" in text:
        yield from _in_markup(text)
    elif not MACHINE.fullmatch(text):
        yield from _plain(text)


def _in_data(data: Any) -> Iterator[str]:
    match data:
        case dict():
            for value in data.values():
                yield from _in_data(value)
        case list():
            for value in data:
                yield from _in_data(value)
        case str():
            yield from _in_value(data)


def _plain(text: str) -> Iterator[str]:
    if words := " ".join(text.split()):
        yield words
