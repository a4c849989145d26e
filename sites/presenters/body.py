"""A stream of blocks as plain data. Works on the stored JSON: no block class is built, every lookup is shared."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any
from urllib.parse import urlsplit

from wagtail.blocks import StreamValue

from core.media.enums import Faces
from core.media.models import UnitDocument, UnitImage
from core.slugs import slugify_title
from sites.presenters.files import file_link
from sites.presenters.links import expand_links
from sites.presenters.menu import Menu
from sites.presenters.phones import phone
from sites.presenters.pictures import PictureShelf
from sites.viewdata import body as view

VIDEO_SITES = {"youtube.com": "YouTube", "youtu.be": "YouTube", "vimeo.com": "Vimeo", "facebook.com": "Facebook"}


class BodyPresenter:
    """Turns one stream into blocks. Queries: images, their sizes, documents, linked pages, one each if any.

    menu: for the addresses of linked pages. cover: another image of the page, shown with its words. others: images of
    stories beside it, for the shelf only.
    """

    def __init__(
        self, stream: StreamValue, menu: Menu, *, cover: int | None = None, others: Iterable[int | None] = ()
    ) -> None:
        self._raw = [block for block in stream.raw_data if block["value"] is not None]
        wanted = [pk for pk in (*image_ids(stream), cover) if pk]
        self.images: dict[int, UnitImage] = UnitImage.objects.in_bulk(wanted) if wanted else {}
        self.shelf = PictureShelf((*self.images, *others))
        document_ids = [block["value"] for block in self._raw if block["type"] == "document"]
        self._documents: dict[int, UnitDocument] = UnitDocument.objects.in_bulk(document_ids) if document_ids else {}
        self._texts = iter(expand_links([block["value"] for block in self._raw if block["type"] == "paragraph"], menu))
        self._anchors: set[str] = set()

    def blocks(self) -> tuple[view.BodyBlock, ...]:
        """Return the blocks; one whose image or file is gone is left out."""
        makers: dict[str, Callable[[Any], view.BodyBlock | None]] = {
            "paragraph": lambda _value: view.Paragraph(next(self._texts)),
            "heading": self._heading,
            "image": self._figure,
            "gallery": self._gallery,
            "quotation": lambda value: view.Quotation(value["text"], value.get("source") or ""),
            "table": _table,
            "document": self._document,
            "video": self._video,
            "contact": _contact,
        }
        made = (makers[block["type"]](block["value"]) for block in self._raw if block["type"] in makers)
        return tuple(block for block in made if block is not None)

    def figure(self, image_id: int | None, *, caption: str = "", credit: str = "", alt: str = "") -> view.Figure | None:
        """Return an image with its words; None when it is gone."""
        image = self.images.get(image_id) if image_id else None
        picture = self.shelf.picture(image_id, alt)
        if image is None or picture is None:
            return None
        return view.Figure(picture, caption, credit or image.credit, consent=image.faces == Faces.CONSENTED)

    def _figure(self, value: dict[str, Any]) -> view.Figure | None:
        image_id, alt = _image_and_alt(value["image"])
        return self.figure(image_id, caption=value.get("caption") or "", credit=value.get("credit") or "", alt=alt)

    def _gallery(self, value: dict[str, Any]) -> view.Gallery | None:
        figures = (self._figure(item) for item in _items(value["images"]))
        images = tuple(figure for figure in figures if figure is not None)
        return view.Gallery(images) if images else None

    def _heading(self, value: dict[str, Any]) -> view.Heading:
        anchor = slugify_title(value["text"]) or "muc"
        if anchor in self._anchors:
            anchor = f"{anchor}-{len(self._anchors) + 1}"
        self._anchors.add(anchor)
        return view.Heading(value["text"], anchor)

    def _document(self, value: int) -> view.DocumentFiles | None:
        document = self._documents.get(value)
        return view.DocumentFiles((file_link(document),)) if document else None

    def _video(self, value: dict[str, Any]) -> view.VideoLink:
        host = (urlsplit(value["url"]).hostname or "").removeprefix("www.").removeprefix("m.")
        poster, alt = _image_and_alt(value.get("poster"))
        return view.VideoLink(
            value["title"], value["url"], VIDEO_SITES.get(host, host), self.shelf.picture(poster, alt)
        )


def image_ids(stream: StreamValue) -> Iterator[int]:
    """Yield the primary keys of the images a stream shows, in order, some perhaps twice."""
    for block in stream.raw_data:
        value = block["value"]
        if value is None:
            continue
        if block["type"] == "image":
            yield from _ids(value["image"])
        elif block["type"] == "video":
            yield from _ids(value.get("poster"))
        elif block["type"] == "gallery":
            for item in _items(value["images"]):
                yield from _ids(item["image"])


def _ids(value: Any) -> Iterator[int]:
    image_id, _alt = _image_and_alt(value)
    if image_id:
        yield image_id


def _image_and_alt(value: Any) -> tuple[int | None, str]:
    """Return the image and what screen readers say: nothing for a decorative one."""
    if not value:
        return None, ""
    return value["image"], "" if value.get("decorative") else value.get("alt_text") or ""


def _items(raw_list: list[Any]) -> list[dict[str, Any]]:
    """Return the values of a stored list block, which wraps each in {"type": "item", "value": …}."""
    return [item["value"] if item.get("type") == "item" else item for item in raw_list]


def _table(value: dict[str, Any]) -> view.Table | None:
    rows = [tuple(cell or "" for cell in row) for row in value.get("data") or []]
    if not rows:
        return None
    has_head = bool(value.get("first_row_is_table_header"))
    return view.Table(
        rows=tuple(rows[1:] if has_head else rows),
        head=rows[0] if has_head else (),
        caption=value.get("table_caption") or "",
        row_heads=bool(value.get("first_col_is_header")),
    )


def _contact(value: dict[str, Any]) -> view.ContactCard:
    return view.ContactCard(
        value["name"], value.get("duty") or "", phone(value.get("phone") or ""), value.get("email") or ""
    )
