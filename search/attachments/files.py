"""Which of the files a page refers to are read: those it shows everybody, of the kinds the extractor knows."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from core.media.models import UnitDocument
from core.media.queries import files_of

EXTENSIONS = frozenset({"pdf", "doc", "docx", "xls", "xlsx", "odt", "ods", "odp", "pptx", "rtf"})


@dataclass(frozen=True, slots=True)
class PublishedFile:
    """name: its title with the extension. path: in the unit's storage."""

    content_hash: str
    name: str
    path: str


def published_files(page: Any) -> list[PublishedFile]:
    """Return the files of a public page, equal contents once, oldest first. One query, two when it has documents.

    page: specific instance that everybody may read, its references up to date (core.media follows every save).
    """
    keys = files_of(page).documents
    if not keys:
        return []
    left_out = _LEFT_OUT.get(page.registry_type, _nothing)(page)
    # A form of consent names a child: it is never public, whatever shows it.
    documents = UnitDocument.objects.filter(pk__in=keys - left_out, consented_images=None).order_by("pk")
    by_content = {document.content_hash: document for document in reversed(documents)}
    found = (document for document in by_content.values() if document.file_extension.lower() in EXTENSIONS)
    return [_file(document) for document in sorted(found, key=lambda document: document.pk)]


def _file(document: UnitDocument) -> PublishedFile:
    return PublishedFile(document.content_hash, _name(document), str(document.file.name))


def _name(document: UnitDocument) -> str:
    suffix = f".{document.file_extension.lower()}"
    return document.title if PurePath(document.title).suffix.lower() == suffix else document.title + suffix


def _unready_parts(page: Any) -> set[int]:
    """A disclosure keeps files beside parts that are not published yet."""
    shown = {key for standing in page.standings if standing.is_public for key in standing.file_keys}
    return set(files_of(page).documents) - shown


def _lists_of_people(page: Any) -> set[int]:
    """Lists of candidates stay on their page: nobody finds a child's name by search."""
    return {block["value"]["file"] for block in page.lists.raw_data if block["value"].get("file")}


def _nothing(page: Any) -> set[int]:
    return set()


# By the page's `registry_type`: keys of documents it refers to that are not for finding.
_LEFT_OUT: Mapping[str, Callable[[Any], set[int]]] = {"disclosure": _unready_parts, "admission": _lists_of_people}
