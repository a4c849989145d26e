"""From a live article to its portable edition: ids become absolute addresses and content hashes."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from html import escape
from typing import Any

from lxml import html
from wagtail.models import Page

from core.media.models import UnitDocument, UnitImage
from sites.models import ArticlePage
from sites.topics.book import names_of
from tenants.exchange.edition import FILE_SCHEME, EditionContent, EditionFile
from tenants.units.address import address_of
from tenants.units.context import current_site

StoredFile = UnitImage | UnitDocument


class EditionBuilder:
    """Collects one article's content and the files it uses. Reads the unit's schema; writes nothing.

    After `content()`, `stored_files` maps each hash to the row whose bytes the exchange store must hold.
    """

    def __init__(self, page: ArticlePage) -> None:
        self._page = page
        self._files: dict[str, EditionFile] = {}
        self.stored_files: dict[str, StoredFile] = {}

    def content(self) -> EditionContent:
        """Return the edition of the page as it is stored now. About two queries and one a block with a file."""
        page = self._page
        body = [self._block(block["type"], block["value"]) for block in page.body.get_prep_value()]
        cover = self._image(page.cover_image, alternative_text="") if page.cover_image else ""
        return EditionContent(
            title=page.title,
            summary=page.summary,
            author=page.author,
            published_at=_portable_instant(page.published_at),
            body=body,
            cover_sha256=cover,
            source_name=page.source_name,
            source_url=page.source_url,
            source_published_at=_portable_instant(page.source_published_at),
            topics=names_of(page.topics),
            files=sorted(self._files.values(), key=lambda file: file.sha256),
        )

    def _block(self, kind: str, value: Any) -> dict[str, Any]:
        portable: dict[str, Callable[[Any], Any]] = {
            "paragraph": self._rich_text,
            "image": self._figure,
            "gallery": self._gallery,
            "video": self._video,
            "document": self._document_block,
        }
        return {"type": kind, "value": portable[kind](value) if kind in portable else value}

    def _figure(self, value: dict[str, Any]) -> dict[str, Any] | None:
        image = self._image_value(value["image"])
        return {**value, "image": image} if image else None

    def _gallery(self, value: dict[str, Any]) -> dict[str, Any] | None:
        figures = [self._figure(item.get("value", item)) for item in value["images"]]
        kept = [figure for figure in figures if figure]
        return {"images": kept} if kept else None

    def _video(self, value: dict[str, Any]) -> dict[str, Any]:
        return {**value, "poster": self._image_value(value["poster"]) if value.get("poster") else None}

    def _image_value(self, value: dict[str, Any]) -> dict[str, Any] | None:
        """ImageBlock stores {"image": id, "alt_text", "decorative"}; a deleted image leaves nothing."""
        image = UnitImage.objects.filter(pk=value["image"]).first() if value.get("image") else None
        if image is None:
            return None
        alternative = value.get("alt_text") or ""
        return {
            "sha256": self._image(image, alternative_text=alternative),
            "alt_text": alternative,
            "decorative": bool(value.get("decorative")),
        }

    def _document_block(self, value: int) -> dict[str, Any] | None:
        document = UnitDocument.objects.filter(pk=value).first()
        return {"sha256": self._document(document)} if document else None

    def _rich_text(self, value: str) -> str:
        """Replace links by primary key: pages by their absolute address, documents by their hash."""
        if "linktype" not in value:
            return value
        root = html.fragment_fromstring(value, create_parent="div")
        for link in list(_links(root)):
            self._portable_link(link)
        return escape(root.text or "", quote=False) + "".join(
            html.tostring(child, encoding="unicode") for child in root
        )

    def _portable_link(self, link: Any) -> None:
        pk, kind = link.attrib.pop("id", None), link.attrib.pop("linktype")
        target = None
        if kind == "page" and (page := Page.objects.live().public().filter(pk=pk).first()):
            target = address_of(current_site(), page.get_url() or "")
        elif kind == "document" and (document := UnitDocument.objects.filter(pk=pk).first()):
            target = FILE_SCHEME + self._document(document)
        if target:
            link.set("href", target)
        else:
            link.drop_tag()  # the target is gone or not public: the words stay, a dead link does not travel

    def _image(self, image: UnitImage, *, alternative_text: str) -> str:
        return self._keep(image, "image", alternative_text or image.description, image.credit, image.faces)

    def _document(self, document: UnitDocument) -> str:
        return self._keep(document, "document", "", "", "")

    def _keep(self, row: StoredFile, kind: str, alternative_text: str, credit: str, faces: str) -> str:
        sha256 = row.content_hash
        self.stored_files[sha256] = row
        self._files.setdefault(
            sha256,
            EditionFile(
                sha256=sha256,
                kind=kind,
                filename=row.filename,
                title=row.title,
                alternative_text=alternative_text,
                credit=credit,
                faces=faces,
            ),
        )
        return sha256


def _portable_instant(at: datetime | None) -> str:
    """Spell one instant one way: a page from its revision has another zone and fewer digits than the same from its row,
    and an edition is compared word for word to see whether its source changed."""
    return at.astimezone(UTC).isoformat(timespec="seconds") if at else ""


def _links(root: Any) -> Iterator[Any]:
    for link in root.iter("a"):
        if "linktype" in link.attrib:
            yield link
