"""No template and no code asks for a size of a picture that the worker does not make."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.template import Node, NodeList, engines
from wagtail.images.templatetags.wagtailimages_tags import ImageNode

from core.frontend.pictures import SIZES
from core.media.sizes import SPECS

ROOT = Path(__file__).resolve().parents[2]
# Who makes sizes, and Wagtail's own way to ask for one.
MAKERS = {"core/media/actions/make_sizes.py"}


def nodes_of(source: str) -> Iterator[Node]:
    nodes: NodeList = engines["django"].from_string(source).template.nodelist
    return iter(nodes.get_nodes_by_type(Node))


def wrong_sizes(source: str) -> list[str]:
    """Return what the template asks for that nobody makes: Wagtail's specs, and places of `photo`."""
    wrong = []
    for node in nodes_of(source):
        if isinstance(node, ImageNode):
            wrong += [spec for spec in ["|".join(node.filter_specs)] if spec not in SPECS]
        elif getattr(getattr(node, "func", None), "__name__", "") == "photo":
            place = _second_argument(node)
            wrong += [place] if place not in SIZES else []
    return wrong


def _second_argument(node: Any) -> str:
    return str(node.args[1].resolve({}))


def test_templates_ask_for_sizes_that_are_made() -> None:
    found = {path.name: wrong_sizes(path.read_text(encoding="utf-8")) for path in (ROOT / "templates").rglob("*.html")}
    assert {name: wrong for name, wrong in found.items() if wrong} == {}
    assert len(found) > 100


def test_a_size_that_nobody_makes_is_noticed() -> None:
    loads = "{% load frontend wagtailimages_tags %}"
    assert wrong_sizes(loads + "{% if a %}{% image b max-480x360 %}{% endif %}") == ["max-480x360"]
    assert wrong_sizes(loads + "{% picture b format-{avif,webp} width-{1,2} %}") != []
    assert wrong_sizes(loads + '{% for b in c %}{% photo b "corner" %}{% endfor %}') == ["corner"]


def test_code_makes_no_size_in_a_request() -> None:
    asking = re.compile(r"\.(get|create)_renditions?\(|image_url\(")
    files = (path for app in ("core", "tenants", "sites", "search") for path in (ROOT / app).rglob("*.py"))
    found = {path.relative_to(ROOT).as_posix() for path in files if asking.search(path.read_text(encoding="utf-8"))}
    assert found == MAKERS
