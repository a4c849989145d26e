"""Addresses that somebody pasted as text become links, as the editor does for a single one."""

import re
from dataclasses import replace

from core.richtext.links import clean_href
from core.richtext.model import Run, TextBlock

_ADDRESS = re.compile(r"https?://[^\s<>\"'“”]*[^\s<>\"'“”.,;:!?…)\]]", re.IGNORECASE)


def link_addresses(blocks: list[TextBlock]) -> None:
    """Link every http(s) address in the text of `blocks` that is not part of a link yet, in place."""
    for block in blocks:
        runs: list[Run] = []
        for run in block.runs:
            runs += [run] if run.look.link else _linked(run)
        block.runs = runs


def _linked(run: Run) -> list[Run]:
    parts: list[Run] = []
    end = 0
    for match in _ADDRESS.finditer(run.text):
        href = clean_href(match[0])
        if href:
            parts.append(Run(run.text[end : match.start()], run.look))
            parts.append(Run(match[0], replace(run.look, link=(("href", href),))))
            end = match.end()
    return [part for part in (*parts, Run(run.text[end:], run.look)) if part.text]
