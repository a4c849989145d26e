"""From an edition to the portal's page: bytes of the exchange store become the portal's own images and documents."""

from collections.abc import Callable
from datetime import datetime
from html import escape
from typing import Any

from lxml import html

from core.media import exchange_store
from core.media.intake.accepted import AcceptedDocument, AcceptedImage
from core.media.intake.kinds import MIME_TYPES
from core.media.models import UnitDocument, UnitImage
from sites.models import RepublishedPage
from sites.topics.book import known_slugs
from tenants.exchange.edition import FILE_SCHEME, EditionContent, EditionFile
from tenants.exchange.models import Edition, Submission
from tenants.units.address import address_of
from tenants.units.models import UnitSite


class PageFiller:
    """Writes an edition into a RepublishedPage. Runs in the portal's schema, inside the publishing transaction."""

    def __init__(self, content: EditionContent) -> None:
        self._content = content
        self._rows: dict[str, UnitImage | UnitDocument] = {}

    def fill(self, page: RepublishedPage) -> RepublishedPage:
        """Set the page's words and body from the edition; the caller saves the page.

        Of the unit's topics the copy gets those that the portal has, too, beside what the desk has chosen for it.
        """
        content = self._content
        page.title = page.draft_title = content.title
        page.summary = content.summary
        page.author = content.author
        page.topics = list(dict.fromkeys([*page.topics, *known_slugs(content.topics)]))
        page.cover_image = self._row(content.cover_sha256) if content.cover_sha256 else None
        page.body = [self._block(block) for block in content.body if block["value"] is not None]
        return page

    def _block(self, block: dict[str, Any]) -> dict[str, Any]:
        kind, value = block["type"], block["value"]
        local: dict[str, Callable[[Any], Any]] = {
            "paragraph": self._rich_text,
            "image": self._figure,
            "gallery": lambda gallery: {"images": [self._figure(item) for item in gallery["images"]]},
            "video": lambda video: {**video, "poster": self._image_value(video.get("poster"))},
            "document": lambda document: self._row(document["sha256"]).pk,
        }
        return {"type": kind, "value": local[kind](value) if kind in local else value}

    def _figure(self, value: dict[str, Any]) -> dict[str, Any]:
        return {**value, "image": self._image_value(value["image"])}

    def _image_value(self, value: dict[str, Any] | None) -> dict[str, Any] | None:
        if value is None:
            return None
        return {
            "image": self._row(value["sha256"]).pk,
            "alt_text": value["alt_text"],
            "decorative": value["decorative"],
        }

    def _rich_text(self, value: str) -> str:
        if FILE_SCHEME not in value:
            return value
        root = html.fragment_fromstring(value, create_parent="div")
        for link in root.iter("a"):
            target = link.get("href", "")
            if target.startswith(FILE_SCHEME):
                del link.attrib["href"]
                link.set("linktype", "document")
                link.set("id", str(self._row(target.removeprefix(FILE_SCHEME)).pk))
        return escape(root.text or "", quote=False) + "".join(
            html.tostring(child, encoding="unicode") for child in root
        )

    def _row(self, sha256: str) -> UnitImage | UnitDocument:
        """Return the portal's row of this content, made once however many posts carry the file."""
        if sha256 not in self._rows:
            file = self._content.file(sha256)
            self._rows[sha256] = _image(file) if file.kind == "image" else _document(file)
        return self._rows[sha256]


def set_origin(page: RepublishedPage, *, submission: Submission, edition: Edition, source: UnitSite) -> None:
    """Write where the copy comes from: the unit as it was at the edition, the canonical address, the source's time."""
    content = EditionContent.from_json(edition.content)
    page.submission_uuid = submission.uuid
    page.unit_uuid = submission.sender.uuid
    page.unit_name, page.unit_kind, page.unit_levels = edition.unit_name, edition.unit_kind, edition.unit_levels
    page.unit_palette = source.palette
    page.commune_code, page.commune_name = edition.commune_code, edition.commune_name
    page.source_name, page.source_url = content.source_name, canonical_address(submission, source)
    page.source_published_at = _instant(content.published_at)
    page.quoted_url, page.quoted_at = content.source_url, _instant(content.source_published_at)


def canonical_address(submission: Submission, source: UnitSite) -> str:
    """Return the absolute address of the post on its unit's own site."""
    return address_of(source, submission.path)


def _image(file: EditionFile) -> UnitImage:
    # Another unit may have answered otherwise about the faces on the same picture: its answer is not this one's.
    if existing := UnitImage.objects.filter(content_hash=file.sha256, faces=file.faces).first():
        return existing
    content = _bytes(file)
    accepted = AcceptedImage(content, name=file.filename, content_type=_content_type(file), size=(0, 0))
    image = UnitImage(title=file.title, description=file.alternative_text, credit=file.credit, faces=file.faces)
    image.file.save(file.filename, accepted, save=False)
    image.save()
    return image


def _document(file: EditionFile) -> UnitDocument:
    if existing := UnitDocument.objects.filter(content_hash=file.sha256).first():
        return existing
    document = UnitDocument(title=file.title)
    accepted = AcceptedDocument(_bytes(file), name=file.filename, content_type=_content_type(file))
    document.file.save(file.filename, accepted, save=False)
    document.save()
    return document


def _content_type(file: EditionFile) -> str:
    return MIME_TYPES[file.filename.rsplit(".", 1)[-1]]


def _bytes(file: EditionFile) -> bytes:
    with exchange_store.open_file(file.sha256) as source:
        return bytes(source.read())


def _instant(text: str) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
