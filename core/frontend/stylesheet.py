"""The stylesheets of the public pages: one for screens, from tokens, base, layout and every component's own file, and
one for paper, which no reader waits for.

A staticfiles finder builds them: `runserver`, tests and `collectstatic` all receive a fresh file, nobody runs a build
step, and no generated file is committed. The order is fixed: general rules first, then components by name.
"""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import rcssmin
from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.checks import CheckMessage
from django.core.files.storage import FileSystemStorage

SCREEN, PAPER = "css/site.css", "css/paper.css"
GENERAL = ("tokens", "base", "layout")
# Readers who force their own colors: last, so that it wins.
FORCED = "forced"
# The name of files for paper, beside the general ones and in components' folders.
PRINT = "print.css"


def stylesheet_sources(name: str) -> list[Path]:
    """Return the parts of SCREEN or PAPER in the order in which they are joined."""
    general = Path(settings.BASE_DIR) / "core" / "static" / "css"
    components = sorted((Path(settings.BASE_DIR) / "templates" / "components").glob("*/*.css"))
    if name == PAPER:
        return [general / PRINT, *(part for part in components if part.name == PRINT)]
    on_screen = (part for part in components if part.name != PRINT)
    return [*(general / f"{part}.css" for part in GENERAL), *on_screen, general / f"{FORCED}.css"]


def build_stylesheet(sources: Iterable[Path]) -> str:
    """Return the parts joined and minified."""
    return str(rcssmin.cssmin("\n".join(source.read_text(encoding="utf-8") for source in sources)))


class StylesheetFinder(BaseFinder):
    """Offers both, each rebuilt under `var/` whenever one of its parts is newer than it."""

    def __init__(self, app_names: object = None, *args: object, **kwargs: object) -> None:
        self.storage = FileSystemStorage(location=Path(settings.BASE_DIR) / "var" / "stylesheet")

    def check(self, **kwargs: object) -> list[CheckMessage]:
        return []

    def find(self, path: str, find_all: bool = False, **kwargs: object) -> Any:
        found = [str(self._fresh_file(path))] if path in {SCREEN, PAPER} else []
        return found if find_all else (found[0] if found else [])

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterator[tuple[str, FileSystemStorage]]:
        for name in (SCREEN, PAPER):
            self._fresh_file(name)
            yield name, self.storage

    def _fresh_file(self, name: str) -> Path:
        target = Path(self.storage.path(name))
        sources = stylesheet_sources(name)
        if not target.exists() or target.stat().st_mtime < max(source.stat().st_mtime for source in sources):
            target.parent.mkdir(parents=True, exist_ok=True)
            draft = target.with_suffix(f".{os.getpid()}")
            draft.write_text(build_stylesheet(sources), encoding="utf-8")
            draft.replace(target)  # whole at once: test workers and servers share the folder
        return target
