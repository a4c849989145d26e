"""How well the search answers: the judged set, sets kept outside the repository, spellings, numbers."""

import json
import os
import random
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from elasticsearch import Elasticsearch

from core.text.fold import fold
from search.client import get_client
from search.evaluation.corpus import AT, Corpus, owner
from search.evaluation.evaluate import evaluate_index, evaluate_tables, figures_of
from search.evaluation.forms import Form
from search.evaluation.lines import Document, Question, read_corpus, read_questions
from search.evaluation.measures import ndcg
from search.evaluation.scratch_index import scratch_index
from search.request import SearchRequest
from search.scope import NetworkScope
from tests.bench.bench import Bench, telling
from tests.bench.figures import line
from tests.bench.search_corpus import CORPUS, SEED, material

QUESTIONS = CORPUS.with_name("questions.jsonl")
# Folder of law-articles.json, law-questions.json and xquad-vi.json, which may not be published with the project.
DATA = "RELEVANCE_DATA"


def judged(bench: Bench) -> Iterator[dict[str, Any]]:
    """Our own judged questions, in each form, and without Elasticsearch."""
    _ = bench.portal
    questions = read_questions(QUESTIONS)
    forms = [Form.MARKED, Form.STRIPPED, Form.HALF]
    answers = evaluate_index(client_of(bench), read_corpus(CORPUS), questions, forms)
    found = {form: figures_of(answers[form]).ndcg10 for form in forms}
    recalled = figures_of(answers[Form.MARKED]).recall10
    yield line("search_judged", found[Form.MARKED], queries=len(questions), recall=recalled)
    yield line("search_judged_stripped", found[Form.STRIPPED] / found[Form.MARKED])
    yield line("search_judged_half", found[Form.HALF] / found[Form.MARKED])
    degraded = evaluate_tables(read_corpus(CORPUS), questions, [Form.MARKED])[Form.MARKED]
    yield line("search_judged_degraded", figures_of(degraded).ndcg10)


def shared(bench: Bench) -> Iterator[dict[str, Any]]:
    """Law and encyclopedia questions in one index, against exact syllables alone. Without the data, a notice."""
    folder = os.environ.get(DATA, "")
    if not folder:
        sys.stderr.write(f"search_shared needs {DATA}, the folder of the judged sets kept apart: left out\n")
        return
    _ = bench.portal
    documents, sets = read_shared(Path(folder))
    questions = [question for asked in sets.values() for question in asked]
    node = client_of(bench)
    with telling("Asking for exact syllables"):
        baseline = exact_baseline(node, documents, sets)
    with telling(f"Asking {len(questions)} questions in {len(Form)} forms"):
        answers = evaluate_index(node, documents, questions, list(Form))
    macro = {}
    for form in Form:
        waiting = iter(answers[form])
        values = {name: figures_of([next(waiting) for _ in asked]).ndcg10 for name, asked in sets.items()}
        macro[form] = sum(values.values()) / len(values)
        if form is Form.MARKED:
            yield line("search_shared", macro[form], **values)
    yield line("search_shared_gain", macro[Form.MARKED] / baseline, exact=round(baseline, 4))
    for form in (Form.STRIPPED, Form.HALF, Form.NFD, Form.SWAPPED):
        yield line(f"search_shared_{form}", macro[form] / macro[Form.MARKED])


def marks_first(bench: Bench) -> Iterator[dict[str, Any]]:
    """Titles that differ in one syllable's marks: how often the one typed comes first, at three lengths."""
    _ = bench.portal
    pairs = minimal_pairs(bench.sizes.pairs)
    for name, own, other in (("equal", 3, 3), ("longer", 6, 3), ("shorter", 3, 6)):
        chance = random.Random(SEED)  # noqa: S311 no secret
        documents = [
            Document(f"{place} {kind}", f"{span} {filler(chance, length)}", "")
            for place, (typed, twin) in enumerate(pairs)
            for kind, span, length in (("typed", typed, own), ("twin", twin, other))
        ]
        corpus = Corpus(documents, unit=owner())
        won = 0
        with scratch_index(client_of(bench), corpus) as ask:
            for place, (typed, _twin) in enumerate(pairs):
                ranked = [corpus.names[key - 1] for key in ask(request(typed, size=100))]
                places = {found: at for at, found in enumerate(ranked)}
                won += places.get(f"{place} typed", 999) < places.get(f"{place} twin", 1000)
        yield line(f"search_marks_{name}", won / len(pairs), pairs=len(pairs))


def request(text: str, *, size: int = 10) -> SearchRequest:
    return SearchRequest(scope=NetworkScope(), text=text, at=AT, size=size)


def client_of(bench: Bench) -> Elasticsearch:
    client = get_client()
    if client is None:
        raise RuntimeError("ELASTICSEARCH_URL must name a node")
    return client


def read_shared(folder: Path) -> tuple[list[Document], dict[str, list[Question]]]:
    """Return the documents of both sets and each set's questions."""
    articles, asked, pages = (
        json.loads((folder / name).read_text(encoding="utf-8"))
        for name in ("law-articles.json", "law-questions.json", "xquad-vi.json")
    )
    documents = []
    for row in articles:
        title, _break, body = row["text"].partition("\n")
        documents.append(Document(f"{row['law']}@{row['article']}", title, body))
    law = [Question(row["id"], row["text"], dict.fromkeys(row["relevant"], 1)) for row in asked]
    encyclopedia = []
    for page in pages["data"]:
        for place, paragraph in enumerate(page["paragraphs"]):
            name = f"{page['title']}#{place}"
            documents.append(Document(name, "", paragraph["context"]))
            encyclopedia += [Question(row["id"], row["question"], {name: 1}) for row in paragraph["qas"]]
    return documents, {"law": law, "xquad": encyclopedia}


def exact_baseline(node: Elasticsearch, documents: list[Document], sets: dict[str, list[Question]]) -> float:
    """Return the macro nDCG of BM25 over exact syllables: what a stock field does with typed marks."""
    corpus = Corpus(documents, unit=owner())
    means = []
    with scratch_index(node, corpus) as ask:
        for asked in sets.values():
            values = []
            for question in asked:
                query = {"match": {"text.ex": question.text}}
                hits = node.search(index=ask.index, query=query, size=10, source=False, docvalue_fields=["entry"])
                ranked = [corpus.names[hit["fields"]["entry"][0] - 1] for hit in hits["hits"]["hits"]]
                values.append(ndcg(ranked, question.grades))
            means.append(sum(values) / len(values))
    return sum(means) / len(means)


def minimal_pairs(count: int) -> list[tuple[str, str]]:
    """Return spans of three syllables, marked, each with the same but for one syllable's marks."""
    spellings: dict[str, set[str]] = defaultdict(set)
    titles = [[word for word in title.lower().split() if word.isalpha()] for title in material().titles]
    sentences = [[word for word in text.lower().rstrip(".").split() if word.isalpha()] for text in material().sentences]
    for word in (word for words in [*titles, *sentences] for word in words):
        spellings[fold(word)].add(word)
    chance = random.Random(SEED)  # noqa: S311 no secret
    found: dict[str, str] = {}
    while len(found) < count:
        words = chance.choice(sentences)
        if len(words) < 3:
            continue
        start = chance.randrange(len(words) - 2)
        span = words[start : start + 3]
        place = chance.randrange(3)
        others = sorted(spellings[fold(span[place])] - {span[place]})
        if others and all(word != fold(word) for word in span):
            found[" ".join(span)] = " ".join([*span[:place], chance.choice(others), *span[place + 1 :]])
    return list(found.items())


def filler(chance: random.Random, length: int) -> str:
    """Return syllables that no question holds."""
    return " ".join(f"zz{chance.randrange(10_000)}" for _ in range(length))
