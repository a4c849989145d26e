"""The one stylesheet of the public pages, put together from tokens, base, layout and every component's own file.

A staticfiles finder builds it: `runserver`, tests and `collectstatic` all receive a fresh file, nobody runs a build
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

STYLESHEET = "css/site.css"
GENERAL = ("tokens", "base", "layout", "print")


def stylesheet_sources() -> list[Path]:
    """Return the parts in the order in which they are joined; print rules come last so that they win."""
    base = Path(settings.BASE_DIR)
    general = [base / "core" / "static" / "css" / f"{name}.css" for name in GENERAL]
    components = sorted((base / "templates" / "components").glob("*/*.css"))
    return [*general[:-1], *components, general[-1]]


def build_stylesheet(sources: Iterable[Path]) -> str:
    """Return the parts joined and minified."""
    return str(rcssmin.cssmin("\n".join(source.read_text(encoding="utf-8") for source in sources)))


class StylesheetFinder(BaseFinder):
    """Offers `css/site.css`, rebuilt under `var/` whenever one of its parts is newer than it."""

    def __init__(self, app_names: object = None, *args: object, **kwargs: object) -> None:
        self.storage = FileSystemStorage(location=Path(settings.BASE_DIR) / "var" / "stylesheet")

    def check(self, **kwargs: object) -> list[CheckMessage]:
        return []

    def find(self, path: str, find_all: bool = False, **kwargs: object) -> Any:
        found = [str(self._fresh_file())] if path == STYLESHEET else []
        return found if find_all else (found[0] if found else [])

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterator[tuple[str, FileSystemStorage]]:
        self._fresh_file()
        yield STYLESHEET, self.storage

    def _fresh_file(self) -> Path:
        target = Path(self.storage.path(STYLESHEET))
        sources = stylesheet_sources()
        if not target.exists() or target.stat().st_mtime < max(source.stat().st_mtime for source in sources):
            target.parent.mkdir(parents=True, exist_ok=True)
            draft = target.with_suffix(f".{os.getpid()}")
            draft.write_text(build_stylesheet(sources), encoding="utf-8")
            draft.replace(target)  # whole at once: test workers and servers share the folder
        return target
