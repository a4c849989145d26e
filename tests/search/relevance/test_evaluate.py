"""`manage.py search evaluate`: what it prints, what it refuses, and that it leaves nothing behind."""

import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from elasticsearch import Elasticsearch

from search.index import engine
from tenants.registry.models import Entry

DOCUMENTS = [
    {"id": "tuyen-sinh", "title": "Tuyển sinh lớp 10", "body": "Nộp hồ sơ trực tuyến từ ngày 01/6."},
    {"id": "so/1682", "title": "", "body": "Quy chế cổng thông tin", "doc_no": "1682/QĐ-SGDĐT"},
    {"id": 3, "title": "Thực đơn tuần", "body": ""},
]
QUESTIONS = [
    {"id": "q1", "text": "nộp hồ sơ lớp 10", "relevant": ["tuyen-sinh"]},
    {"id": "q2", "text": "1682 qd sgddt", "relevant": {"so/1682": 3, "tuyen-sinh": 0}},
    {"id": "q3", "text": "thực đơn", "relevant": [3]},
    {"id": "q4", "text": "chưa ai trả lời", "relevant": []},
]


def write(path: Path, rows: list[Any]) -> str:
    path.write_text("\n\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows), encoding="utf-8")
    return str(path)


@pytest.fixture
def corpus(tmp_path: Path) -> str:
    return write(tmp_path / "corpus.jsonl", DOCUMENTS)


@pytest.fixture
def questions(tmp_path: Path) -> str:
    return write(tmp_path / "questions.jsonl", QUESTIONS)


def indices(node: Elasticsearch, prefix: str) -> list[str]:
    return list(node.options(ignore_status=404).indices.get(index=f"{prefix}*"))


@pytest.mark.elasticsearch
@pytest.mark.parametrize("form", ["marked", "stripped", "half", "nfd", "swapped"])
def test_evaluate_prints_one_line_of_figures(
    db: None,
    node: Elasticsearch,
    index_prefix: str,
    corpus: str,
    questions: str,
    form: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    call_command("search", "evaluate", corpus, questions, "--form", form)
    figures = json.loads(capsys.readouterr().out)
    assert figures | {"p50_ms": 0, "p95_ms": 0} == {
        "ndcg10": 1.0, "recall10": 1.0, "mrr10": 1.0, "queries": 3, "p50_ms": 0, "p95_ms": 0,
    }  # fmt: skip
    assert indices(node, index_prefix) == []


def test_degraded_evaluation_asks_postgresql_and_spares_the_registry(
    db: None, without_elasticsearch: None, corpus: str, questions: str, capsys: pytest.CaptureFixture[str]
) -> None:
    call_command("search", "evaluate", corpus, questions, "--form", "stripped", "--degraded")
    assert json.loads(capsys.readouterr().out)["ndcg10"] == 1.0
    assert not Entry.objects.exists()


@pytest.mark.elasticsearch
def test_interrupted_evaluation_leaves_no_index(
    db: None, node: Elasticsearch, index_prefix: str, corpus: str, questions: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*args: Any, **options: Any) -> None:
        assert len(indices(node, index_prefix)) == 1
        raise KeyboardInterrupt

    monkeypatch.setattr(engine, "find_in", interrupt)
    with pytest.raises(KeyboardInterrupt):
        call_command("search", "evaluate", corpus, questions)
    assert indices(node, index_prefix) == []


@pytest.mark.parametrize(
    ("is_corpus", "bad", "reason"),
    [
        (True, "{", "not JSON"),
        (True, "[1]", "must be a JSON object"),
        (True, '{"title": "không có id"}', '"id" must be'),
        (True, '{"id": "x", "title": 5}', '"title" must be a text'),
        (True, json.dumps(DOCUMENTS[0]), "came before"),
        (False, '{"id": "x", "text": " ", "relevant": ["a"]}', "it is empty"),
        (False, '{"id": "x", "text": "gì", "relevant": "a"}', '"relevant" must be'),
        (False, '{"id": "x", "text": "gì", "relevant": {"a": "3"}}', "must be a whole number"),
    ],
)
def test_bad_line_is_named_with_its_number(
    db: None, corpus: str, questions: str, tmp_path: Path, is_corpus: bool, bad: str, reason: str
) -> None:
    good = DOCUMENTS[:1] if is_corpus else QUESTIONS[:1]
    broken = write(tmp_path / "broken.jsonl", [*good, bad])
    files = (broken, questions) if is_corpus else (corpus, broken)
    with pytest.raises(CommandError, match="line 3") as raised:
        call_command("search", "evaluate", *files, "--degraded")
    assert reason in str(raised.value)
