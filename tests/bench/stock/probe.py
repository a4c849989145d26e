"""What is measured inside a process of the stock project: `python -m tests.bench.stock.probe`.

Reads one JSON object a line, `{"do": "fill", …}`, and answers each with one line, so that its runs can take turns with
ours.
"""

import json
import os
import sys
import time
from io import StringIO
from pathlib import Path
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.bench.stock.settings")


def fill(*, pictures: str, posts: int) -> dict[str, str]:
    from tests.bench.stock.fill import fill

    return fill(pictures=Path(pictures), posts=posts)


def statements(*, path: str) -> int:
    from tests.bench.timing import statements_of

    return statements_of(path, host="localhost")


def publish(*, pictures: str, runs: int) -> list[float]:
    """Publish drafts one by one; return the seconds of each."""
    from tests.bench.timing import seconds_to_publish

    return [seconds_to_publish(_draft(pictures)) for _ in range(runs)]


def publish_statements(*, pictures: str) -> int:
    from tests.bench.timing import statements_to_publish

    return statements_to_publish(_draft(pictures))


def index() -> None:
    """Enter all pages into Wagtail's search index: most posts were copied by SQL."""
    from django.core.management import call_command

    call_command("update_index", verbosity=0, stdout=StringIO())  # stdout is for answers


def search(*, questions: list[str]) -> list[float]:
    """Ask Wagtail's own search for a page of results and their count; return the seconds of each question."""
    from wagtail.models import Page

    seconds = []
    for text in questions:
        started = time.perf_counter()
        found = Page.objects.live().search(text)
        list(found[:10])
        found.count()
        seconds.append(time.perf_counter() - started)
    return seconds


def _draft(pictures: str) -> Any:
    from tests.bench import corpus
    from tests.bench.stock.fill import add_article
    from tests.bench.stock.models import HomePage

    section = HomePage.objects.get().news_section.specific
    return add_article(section, corpus.typical(corpus.news(Path(pictures))), is_published=False)


ACTS: dict[str, Any] = {
    "fill": fill,
    "statements": statements,
    "publish": publish,
    "publish_statements": publish_statements,
    "index": index,
    "search": search,
}


def main() -> None:
    django.setup()
    for line in sys.stdin:
        order = json.loads(line)
        sys.stdout.write(json.dumps(ACTS[order.pop("do")](**order)) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
