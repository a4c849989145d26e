"""The line icons of `templates/components/icon/icons.svg`, written into the page so that none costs a request."""

from functools import cache
from pathlib import Path

from django.conf import settings
from django.utils.safestring import SafeString
from lxml import etree

SVG = "{http://www.w3.org/2000/svg}"


@cache
def icon_shapes() -> dict[str, str]:
    """Return the inner markup of each icon by its name."""
    sheet = Path(settings.BASE_DIR) / "templates" / "components" / "icon" / "icons.svg"
    shapes: dict[str, str] = {}
    for symbol in etree.parse(sheet).iter(f"{SVG}symbol"):
        paths = (f"<path{_attributes(path)}/>" for path in symbol.iter(f"{SVG}path"))
        shapes[str(symbol.attrib["id"])] = "".join(paths)
    return shapes


def _attributes(path: etree._Element) -> str:
    return "".join(f' {name}="{path.get(name)}"' for name in map(str, path.attrib))


@cache
def icon_html(name: str, modifier: str = "") -> SafeString:
    """Return the icon as decoration: hidden from screen readers, in the color of the text.

    modifier: "" or the end of a class, for example "sm". Raise KeyError for a name that is not in the sheet.
    """
    css_class = f"cg-icon cg-icon--{modifier}" if modifier else "cg-icon"
    return SafeString(f'<svg class="{css_class}" viewBox="0 0 24 24" aria-hidden="true">{icon_shapes()[name]}</svg>')
