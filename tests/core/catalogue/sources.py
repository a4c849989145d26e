"""The strings that our own templates and modules hand to gettext."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from django.utils.translation.template import templatize

FUNCTIONS = frozenset({"_", "gettext", "gettext_lazy", "ngettext"})
_TEXT = r"""u?('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")"""
_CALL = re.compile(rf"\b(?:_|gettext|ngettext)\(\s*{_TEXT}")


def strings_of(*files: Path) -> dict[str, str]:
    """Return each string of these files → the first file that has it."""
    found: dict[str, str] = {}
    for file in files:
        for text in (_of_module if file.suffix == ".py" else _of_template)(file.read_text(encoding="utf-8")):
            found.setdefault(text, file.as_posix())
    return found


def _of_module(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in FUNCTIONS and node.args:
            first = node.args[0]
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield first.value


def _of_template(source: str) -> Iterator[str]:
    for call in _CALL.finditer(templatize(source)):
        yield ast.literal_eval(call[1])
