"""From blocks to the HTML that is stored: the form Draftail itself writes, plus tables."""

from html import escape
from itertools import groupby

from core.richtext.model import Block, Cell, Look, Run, TableBlock, TextBlock


def write(blocks: list[Block]) -> str:
    """Return the HTML of `blocks`; list items that follow each other form one list."""
    parts: list[str] = []
    for is_item, group in groupby(blocks, key=lambda block: isinstance(block, TextBlock) and block.item is not None):
        if is_item:
            parts.append(_write_list([block for block in group if isinstance(block, TextBlock)]))
        else:
            parts += [_write_table(block) if isinstance(block, TableBlock) else _write_block(block) for block in group]
    return "".join(parts)


def _write_block(block: TextBlock) -> str:
    tag = f"h{block.heading}" if block.heading else "p"
    return f"<{tag}{_key(block)}>{write_runs(block.runs)}</{tag}>"


def _write_list(items: list[TextBlock]) -> str:
    """Nest by depth; an item is never more than one deeper than the one before, as HTML demands."""
    html: list[str] = []
    open_lists: list[str] = []
    for block in items:
        item = block.item
        tag, depth = ("ol" if item and item.ordered else "ul"), min(item.depth if item else 0, len(open_lists))
        while len(open_lists) > depth + 1 or (len(open_lists) == depth + 1 and open_lists[-1] != tag):
            html.append(f"</li></{open_lists.pop()}>")
        if len(open_lists) == depth + 1:
            html.append("</li>")
        else:
            open_lists.append(tag)
            html.append(f"<{tag}>")
        html.append(f"<li{_key(block)}>{write_runs(block.runs)}")
    html += [f"</li></{tag}>" for tag in reversed(open_lists)]
    return "".join(html)


def _write_table(table: TableBlock) -> str:
    rows = [
        "".join(_write_cell(cell, is_head=table.has_head and place == 0) for cell in row)
        for place, row in enumerate(table.rows)
    ]
    head = f"<thead><tr>{rows.pop(0)}</tr></thead>" if table.has_head else ""
    return f"<table>{head}<tbody>{''.join(f'<tr>{row}</tr>' for row in rows)}</tbody></table>"


def _write_cell(cell: Cell, *, is_head: bool) -> str:
    tag, scope = ("th", ' scope="col"') if is_head else ("th", ' scope="row"') if cell.is_head else ("td", "")
    spans = "".join(
        f' {name}="{count}"' for name, count in (("colspan", cell.columns), ("rowspan", cell.rows)) if count > 1
    )
    runs = [Run(run.text, Look(italic=run.look.italic, link=run.look.link)) for run in cell.block.runs]
    return f"<{tag}{scope}{spans}>{write_runs(runs if tag == 'th' else cell.block.runs)}</{tag}>"


def _key(block: TextBlock) -> str:
    return f' data-block-key="{escape(block.key)}"' if block.key else ""


def write_runs(runs: list[Run]) -> str:
    """Return the HTML within one block: links around runs that share one, then <b> and <i>."""
    html = []
    for link, group in groupby(runs, key=lambda run: run.look.link):
        inner = "".join(_write_run(run) for run in group)
        attributes = "".join(f' {name}="{escape(value)}"' for name, value in link)
        html.append(f"<a{attributes}>{inner}</a>" if link else inner)
    return "".join(html)


def _write_run(run: Run) -> str:
    html = escape(run.text, quote=False).replace("\n", "<br/>")
    if not run.text.strip():
        return html
    html = f"<i>{html}</i>" if run.look.italic else html
    return f"<b>{html}</b>" if run.look.bold else html
