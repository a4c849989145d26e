"""The one stylesheet: complete, small, and no component brings a color of its own."""

import gzip
import re
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import find

from core.frontend.stylesheet import PAPER, SCREEN, stylesheet_sources

WEIGHT = 10 * 1024
FONTS_WEIGHT = 36 * 1024
ALL_SOURCES = [*stylesheet_sources(SCREEN), *stylesheet_sources(PAPER)]


def test_stylesheet_weighs_at_most_10_kb_compressed() -> None:
    assert len(gzip.compress(Path(find("css/site.css")).read_bytes(), 6)) <= WEIGHT


def test_fonts_weigh_what_the_design_allows() -> None:
    fonts = (Path(settings.BASE_DIR) / "core" / "static" / "fonts").glob("*.woff2")
    assert sum(font.stat().st_size for font in fonts) <= FONTS_WEIGHT


def test_every_component_file_reaches_the_stylesheet() -> None:
    components = set((Path(settings.BASE_DIR) / "templates").rglob("*.css"))
    assert components <= set(ALL_SOURCES)


def test_no_color_outside_the_tokens() -> None:
    literal = re.compile(r"#[0-9a-fA-F]{3,8}\b|\b(?:rgb|hsl|oklch|color-mix)a?\(")
    offenders = {
        str(source): literal.findall(source.read_text(encoding="utf-8"))
        for source in ALL_SOURCES
        if source.name != "tokens.css"
    }
    assert {name: found for name, found in offenders.items() if found} == {}


def test_components_use_only_declared_tokens() -> None:
    declared = set()
    used = set()
    for source in ALL_SOURCES:
        text = source.read_text(encoding="utf-8")
        declared |= set(re.findall(r"(--[\w-]+):", text))
        used |= set(re.findall(r"var\((--[\w-]+)", text))
    assert used <= declared
