"""Wagtail's admin search on PostgreSQL, for people who type without diacritics.

The server may have neither unaccent nor pg_trgm (the demo's has not), so text is folded here, before it is indexed.
"""

from copy import copy
from typing import Any

from modelsearch.backends.database.postgres import postgres
from modelsearch.query import Phrase, PlainText

from core.text.fold import fold


class FoldingIndexer(postgres.ObjectIndexer):
    """Indexes each text as it is and, where that differs, once more without marks."""

    # Plain copies for fuzzy search, which needs pg_trgm: nothing would ever read them.
    title_text = body_text = ""

    def prepare_value(self, value: Any) -> str:
        text: str = super().prepare_value(value)
        folded = fold(text)
        return text if folded == text.lower() else f"{text} {folded}"


# PostgresIndex.add_items names its indexer outright and offers no other way to give it ours.
postgres.ObjectIndexer = FoldingIndexer


class _FoldedQuery:
    """Looks for the words as typed and without marks; what is found as typed matches twice and comes first."""

    def build_tsquery_content(self, query: Any, config: Any = None, invert: bool = False) -> Any:
        build = super().build_tsquery_content  # type: ignore[misc]  # a compiler stands behind this one
        found = build(query, config=config, invert=invert)
        if found is None or not isinstance(query, PlainText | Phrase):
            return found
        plain = copy(query)
        plain.query_string = fold(query.query_string)
        folded = build(plain, config=config, invert=invert)
        return found & folded if invert else found | folded


class _SearchQuery(_FoldedQuery, postgres.PostgresSearchQueryCompiler):
    pass


class _AutocompleteQuery(_FoldedQuery, postgres.PostgresAutocompleteQueryCompiler):
    pass


class SearchBackend(postgres.PostgresSearchBackend):
    """`WAGTAILSEARCH_BACKENDS["default"]["BACKEND"]` names this module."""

    query_compiler_class = _SearchQuery
    autocomplete_query_compiler_class = _AutocompleteQuery
