"""Relevance and time of the product's search over a judged corpus."""

import statistics
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from elasticsearch import Elasticsearch

from search.evaluation.corpus import AT, Corpus, owner
from search.evaluation.forms import Form, typed
from search.evaluation.lines import Document, Question
from search.evaluation.measures import DEPTH, ndcg, recall, reciprocal_rank
from search.evaluation.scratch_index import scratch_index
from search.evaluation.scratch_tables import scratch_tables
from search.form import cleaned
from search.request import SearchRequest
from search.scope import NetworkScope

# Enough for the node to compile what it runs; before that, times say nothing about a node in use.
_WARMING = 20


@dataclass(frozen=True, slots=True)
class Answer:
    """One question's result. ranked: ids of the first DEPTH documents. seconds: of the product's answer."""

    question: Question
    typed: str
    ranked: tuple[str, ...]
    seconds: float

    @property
    def ndcg(self) -> float:
        return ndcg(self.ranked, self.question.grades)


@dataclass(frozen=True, slots=True)
class Figures:
    """Means over the questions at depth 10; times in milliseconds."""

    ndcg10: float
    recall10: float
    mrr10: float
    queries: int
    p50_ms: float
    p95_ms: float


Judge = Callable[[Sequence[Question], Form], list[Answer]]


def evaluate_index(
    client: Elasticsearch, documents: Iterable[Document], questions: Sequence[Question], forms: Sequence[Form]
) -> dict[Form, list[Answer]]:
    """Ask the questions in these forms of a scratch index over the documents; see scratch_index for errors."""
    corpus = Corpus(documents, unit=owner())
    with scratch_index(client, corpus) as find:
        return {form: _ask_all(find, corpus.names, questions, form) for form in forms}


def evaluate_tables(
    documents: Iterable[Document], questions: Sequence[Question], forms: Sequence[Form]
) -> dict[Form, list[Answer]]:
    """Ask the same of PostgreSQL, as readers are answered without Elasticsearch; see scratch_tables for errors."""
    unit = owner()
    corpus = Corpus(documents, unit=unit)
    with scratch_tables(unit, corpus) as find:
        return {form: _ask_all(find, corpus.names, questions, form) for form in forms}


def figures_of(answers: Sequence[Answer]) -> Figures:
    """Return the means of the answers, at least one."""
    times = [answer.seconds * 1000 for answer in answers]
    return Figures(
        ndcg10=round(statistics.fmean(answer.ndcg for answer in answers), 4),
        recall10=round(statistics.fmean(recall(answer.ranked, answer.question.grades) for answer in answers), 4),
        mrr10=round(statistics.fmean(reciprocal_rank(answer.ranked, answer.question.grades) for answer in answers), 4),
        queries=len(answers),
        p50_ms=round(statistics.median(times), 2),
        p95_ms=round(statistics.quantiles(times, n=20, method="inclusive")[-1] if len(times) > 1 else times[0], 2),
    )


def _ask_all(
    find: Callable[[SearchRequest], list[int]], names: Sequence[str], questions: Sequence[Question], form: Form
) -> list[Answer]:
    for question in questions[:_WARMING]:
        find(_request(typed(question.text, form)))
    return [_answer(find, names, question, typed(question.text, form)) for question in questions]


def _answer(find: Callable[[SearchRequest], list[int]], names: Sequence[str], question: Question, text: str) -> Answer:
    request = _request(text)
    started = time.perf_counter()
    keys = find(request)
    seconds = time.perf_counter() - started
    return Answer(question, text, tuple(names[key - 1] for key in keys[:DEPTH]), seconds)


def _request(text: str) -> SearchRequest:
    return SearchRequest(scope=NetworkScope(), text=cleaned(text), at=AT)
