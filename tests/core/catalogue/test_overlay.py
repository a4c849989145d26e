"""The Vietnamese catalogue over Wagtail's strings: complete, compiled, and true to what each string fills in."""

import re
import unicodedata
from collections.abc import Iterator

import polib
import pytest
from django.utils import translation

from core.catalogue.packages import DOMAINS, FOLDER, missing_messages, overlay

PLACEHOLDER = re.compile(r"%\(\w+\)[sdr]|%[sdr]|\{\w*\}")
TAG = re.compile(r"</?\w[^>]*>")
# Wagtail's page search fills in "None" for the name of the model.
FILLS_IN_LESS = frozenset({"%(start_index)s-%(end_index)s of %(items_count)s %(model_name)s"})
MARKUP_ATTRIBUTE = re.compile(r'="[^"]*"')


def entries() -> Iterator[polib.POEntry]:
    for domain in DOMAINS:
        yield from overlay(domain)


def vietnamese(entry: polib.POEntry) -> str:
    return entry.msgstr_plural[0] if entry.msgid_plural else entry.msgstr


def named(entry: polib.POEntry) -> str:
    return f"{entry.msgid!r} → {vietnamese(entry)!r}"


@pytest.mark.parametrize("domain", DOMAINS)
def test_compiled_catalogue_equals_its_source(domain: str) -> None:
    assert (FOLDER / f"{domain}.mo").read_bytes() == overlay(domain).to_binary(), (
        "run `python -m core.catalogue compile`"
    )


def test_every_string_of_wagtail_has_vietnamese() -> None:
    assert [message.text for message in missing_messages()] == []


def test_every_entry_is_translated_once() -> None:
    for domain in DOMAINS:
        keys = [(entry.msgctxt, entry.msgid) for entry in overlay(domain)]
        assert len(keys) == len(set(keys))
    assert [named(entry) for entry in entries() if not vietnamese(entry) or entry.fuzzy] == []


def test_every_entry_fills_in_what_the_english_does() -> None:
    """One Vietnamese form stands for both English ones, so it may use the placeholders of either."""

    def keeps(entry: polib.POEntry) -> bool:
        forms = [entry.msgid, entry.msgid_plural] if entry.msgid_plural else [entry.msgid]
        used = sorted(set(PLACEHOLDER.findall(vietnamese(entry))))
        return used in [sorted(set(PLACEHOLDER.findall(form))) for form in forms]

    assert [named(entry) for entry in entries() if not keeps(entry) and entry.msgid not in FILLS_IN_LESS] == []


def test_every_entry_keeps_tags_and_outer_spaces() -> None:
    def shape(text: str) -> tuple[list[str], str, str]:
        return sorted(TAG.findall(text)), text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]

    assert [named(entry) for entry in entries() if shape(entry.msgid) != shape(vietnamese(entry))] == []


def test_no_entry_shouts_boasts_or_mixes_quotation_marks() -> None:
    def is_plain(entry: polib.POEntry) -> bool:
        text = MARKUP_ATTRIBUTE.sub("", vietnamese(entry))
        spoken = text.replace('dấu ngoặc kép (")', "")
        has_marks = any(mark in spoken for mark in ("!", '"', "'", "..."))
        return not has_marks or entry.msgid == ":?.!"

    assert [named(entry) for entry in entries() if not is_plain(entry)] == []
    assert [named(entry) for entry in entries() if "thành công" in vietnamese(entry).lower()] == []
    assert [
        named(entry) for entry in entries() if unicodedata.normalize("NFC", vietnamese(entry)) != vietnamese(entry)
    ] == []


def test_overlay_wins_over_the_packages_own_catalogues() -> None:
    with translation.override("vi"):
        assert translation.gettext("Unpublish") == "Gỡ xuống"  # Wagtail itself says "Thu hồi xuất bản"
        assert translation.gettext("Monday") == "Thứ Hai"  # Django itself says "Thứ 2"
        assert translation.ngettext("1 page", "%(counter)s pages", 1) % {"counter": 1} == "1 trang"
