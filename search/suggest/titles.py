"""Published things by words of their titles, the last of them perhaps only begun."""

from django.conf import settings
from django.contrib.postgres.search import SearchQuery
from django.db import OperationalError, connection, transaction
from django.db.models import QuerySet
from elasticsearch import ApiError, Elasticsearch, TransportError
from elasticsearch.dsl import Search
from elasticsearch.dsl.query import Bool, Match, Query, Term

from core.text.fold import unify_i_y
from search.breaker import Breaker
from search.client import alias_name, get_client
from search.scope import Scope, UnitScope
from tenants.registry.folding import folded_words
from tenants.registry.models import Entry

# A suggestion that comes later than the next keystroke is of no use; a search may take much longer.
TIMEOUT_MS = 150
# Of its own: what is slow here must not turn the search itself to PostgreSQL, nor the other way round.
breaker = Breaker()
# Namesakes (a school's post and the portal's copy) are shown once.
_READ = 12


def titled(entries: QuerySet[Entry], text: str, *, scope: Scope) -> list[int]:
    """Return keys of entries in order, the best first: from Elasticsearch, or from PostgreSQL while that is away.

    entries: those a reader of the scope may see; PostgreSQL looks among them, and the caller confirms what
    Elasticsearch says with them. Costs a request of at most TIMEOUT_MS.
    """
    words = _worth_asking(text)
    if not words:
        return []
    client = get_client()
    if client is None or not breaker.allows_call():
        return _from_registry(entries, words)
    try:
        keys = _from_index(client, words, scope)
    except (ApiError, TransportError):
        breaker.record_failure()
        return _from_registry(entries, words)
    breaker.record_success()
    return keys


def _worth_asking(text: str) -> list[str]:
    """Return the words without a last letter that has only just been begun: it would fit everything."""
    words = folded_words(text)
    if len(words) > 1 and len(words[-1]) == 1 and words[-1].isalpha():
        words.pop()
    return words


def _from_index(client: Elasticsearch, words: list[str], scope: Scope) -> list[int]:
    typed = " ".join(unify_i_y(word) for word in words)
    within: list[Query] = [Term("deleted", {"value": False})]
    if isinstance(scope, UnitScope):
        within.append(Term("unit_id", {"value": str(scope.unit_uuid)}))
    query = Bool(
        must=[Match("title.ac", {"query": typed, "operator": "and"})],
        should=[Match("title.sh", {"query": typed, "boost": 0.5})],
        filter=within,
    )
    search = Search().query(query).sort("_score", "-published_at", "-entry").source(False)
    search = search.extra(docvalue_fields=["entry"], track_total_hits=False, timeout=f"{TIMEOUT_MS}ms")[:_READ]
    patient = client.options(request_timeout=min(TIMEOUT_MS, settings.SEARCH_TIMEOUT_MS) / 1000)
    return [hit["entry"][0] for hit in search.using(patient).index(alias_name()).execute().hits]


def _from_registry(entries: QuerySet[Entry], words: list[str]) -> list[int]:
    *whole, begun = words
    expression = " & ".join([*(f"{word}:A" for word in whole), f"{begun}:*A"])
    found = entries.filter(search_vector=SearchQuery(expression, config="simple", search_type="raw"))
    newest = found.order_by("-published_at", "-pk").values_list("pk", flat=True)[:_READ]
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"SET LOCAL statement_timeout = {TIMEOUT_MS}")
            keys = list(newest)
            cursor.execute("SET LOCAL statement_timeout = DEFAULT")  # a transaction around this one goes on
    except OperationalError:  # a beginning that fits a large part of the registry
        return []
    return keys
