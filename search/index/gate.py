"""The relevance gate of a reindex: known things must be found in the new index as well as in the one it replaces."""

from collections.abc import Iterator

from django.utils import timezone
from elasticsearch import ApiError, Elasticsearch

from core.text.fold import fold
from search.index.engine import find_in
from search.index.reindex import ReindexError
from search.marks import load_usually_marked
from search.request import MAX_TEXT, PAGE_SIZE, SearchRequest
from search.scope import NetworkScope
from tenants.registry.models import Entry

SAMPLE = 200
# Titles repeat ("Lịch công tác tuần 12"): a rank here and there moves without anything being worse.
TOLERANCE = 0.02


def refuse_worse_ranking(client: Elasticsearch, live: str, new: str) -> None:
    """Raise ReindexError when titles typed without marks rank lower in `new` than in `live` by more than TOLERANCE.

    Measured as the mean reciprocal rank on the first page of SAMPLE titles spread over the registry; takes seconds. A
    live index that cannot answer ranks as nothing. Judged relevance is measured before a release (`search evaluate`).
    """
    titles = list(_known_titles())
    if not titles:
        return
    after = _mean_rank(client, new, titles)
    try:
        before = _mean_rank(client, live, titles)
    except ApiError:  # an older release's mapping may lack a field that today's queries name
        before = 0.0
    if after < before - TOLERANCE:
        raise ReindexError(
            f"{new} finds known titles worse than {live} (mean reciprocal rank {after:.3f}, before {before:.3f}); "
            "compare them with `search explain`, or swap anyway with --no-gate"
        )


def _known_titles() -> Iterator[tuple[int, str]]:
    """Yield key and title of live entries at even distances in the order of keys."""
    keys = list(Entry.objects.live().order_by("pk").values_list("pk", flat=True))
    chosen = keys[:: max(1, len(keys) // SAMPLE)][:SAMPLE]
    yield from Entry.objects.filter(pk__in=chosen).values_list("pk", "title")


def _mean_rank(client: Elasticsearch, index: str, titles: list[tuple[int, str]]) -> float:
    at, usually_marked = timezone.now(), load_usually_marked()
    total = 0.0
    for pk, title in titles:
        request = SearchRequest(scope=NetworkScope(), text=fold(title)[:MAX_TEXT], at=at, size=PAGE_SIZE)
        entries = find_in(client, index, request, usually_marked=usually_marked).entries
        total += 1 / (entries.index(pk) + 1) if pk in entries else 0.0
    return total / len(titles)
