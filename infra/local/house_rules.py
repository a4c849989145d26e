"""The house's own limits, which no linter holds: `python -m infra.local.house_rules`.

A file has at most 400 lines, a function 60; a destructive migration says why it is safe; suppressions stay rare.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from infra.local import paths
from infra.local.failure import run

FOLDERS = ("core", "tenants", "sites", "search", "infra", "tests")
MOST_FILE_LINES = 400
MOST_FUNCTION_LINES = 60
LINES_PER_SUPPRESSION = 1000
SUPPRESSION = re.compile(r"#\s*(?:noqa|type:\s*ignore|ruff:\s*noqa)")
DESTRUCTIVE = re.compile(
    r"\b(?:DeleteModel|RemoveField|RenameField|RenameModel|AlterModelTable)\(|DROP\s+(?:TABLE|COLUMN)"
)


def long_functions(source: str) -> Iterator[tuple[str, int]]:
    """Yield the name and length of each function that is longer than allowed."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > MOST_FUNCTION_LINES:
                yield node.name, length


def broken_rules(path: Path, source: str) -> Iterator[str]:
    """Yield one sentence for each rule that the Python file breaks."""
    lines = source.count("\n")
    if "migrations" in path.parts:
        if DESTRUCTIVE.search(source) and "# safe because" not in source:
            yield f"{path}: a destructive operation needs a `# safe because …` line beside it"
        return
    if lines > MOST_FILE_LINES:
        yield f"{path}: {lines} lines, at most {MOST_FILE_LINES}: split it by verb or noun"
    for name, length in long_functions(source):
        yield f"{path}: {name}() has {length} lines, at most {MOST_FUNCTION_LINES}: split it"


def main() -> int:
    """Print every broken rule. Exit code 1 when there is one."""
    files = {path: path.read_text(encoding="utf-8") for name in FOLDERS for path in (paths.ROOT / name).rglob("*.py")}
    broken = [rule for path, text in sorted(files.items()) for rule in broken_rules(path.relative_to(paths.ROOT), text)]
    suppressions = sum(len(SUPPRESSION.findall(text)) for text in files.values())
    budget = max(sum(text.count("\n") for text in files.values()) // LINES_PER_SUPPRESSION, 1)
    if suppressions > budget:
        broken.append(f"{suppressions} suppressions (noqa, type: ignore) where {budget} are allowed: remove some")
    print("\n".join(broken))
    return 1 if broken else 0


if __name__ == "__main__":
    run(main)
