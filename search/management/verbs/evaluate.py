import json
import signal
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, CommandParser
from django.db import DatabaseError

from search.evaluation.evaluate import evaluate_index, evaluate_tables, figures_of
from search.evaluation.forms import Form
from search.evaluation.lines import LineError, read_corpus, read_questions
from search.evaluation.scratch_index import RefusedError
from search.management.node import required_client

HELP = "measure how well judged questions are answered over a corpus, in a scratch index"


def add_arguments(parser: CommandParser) -> None:
    parser.add_argument("corpus", type=Path, help='lines of {"id", "title", "body"}, "doc_no" may be added')
    parser.add_argument("queries", type=Path, help='lines of {"id", "text", "relevant": [ids] or {id: grade}}')
    parser.add_argument("--form", type=Form, choices=list(Form), default=Form.MARKED, help="how they are typed")
    parser.add_argument("--degraded", action="store_true", help="ask PostgreSQL, as when Elasticsearch is away")


def run(options: Mapping[str, Any]) -> str:
    form: Form = options["form"]
    try:
        questions = read_questions(options["queries"])
        documents = read_corpus(options["corpus"])
        with _cleaning_up():
            if options["degraded"]:
                answers = evaluate_tables(documents, questions, [form])
            else:
                answers = evaluate_index(required_client(), documents, questions, [form])
    except (LineError, OSError, RefusedError) as error:
        raise CommandError(str(error)) from error
    except DatabaseError as error:
        raise CommandError(f"PostgreSQL did not do it; has `manage.py prepare` run? {error}") from error
    return json.dumps(asdict(figures_of(answers[form])))


@contextmanager
def _cleaning_up() -> Iterator[None]:
    """Let SIGTERM end the block as Ctrl-C does, so that what was made for the measurement is deleted."""
    former = signal.signal(signal.SIGTERM, lambda *_: signal.raise_signal(signal.SIGINT))
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, former)
