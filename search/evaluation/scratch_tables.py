from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.db import connection, models

from search import fallback
from search.evaluation.corpus import Corpus
from search.request import SearchRequest
from search.vocabulary.current import current_vocabulary
from tenants.registry.models import Entry, LegalEntry
from tenants.units.models import Unit

_MODELS: tuple[type[models.Model], ...] = (Entry, LegalEntry, Unit)


@contextmanager
def scratch_tables(unit: Unit, corpus: Corpus) -> Iterator[Callable[[SearchRequest], list[int]]]:
    """Put the corpus into temporary tables that this session sees in place of the registry; yield how to ask them.

    PostgreSQL looks into its temporary schema first, so the product's code runs unchanged and the registry is not
    touched. Rows, indexes and the generated column are those of the tables as migrated. Raise ProgrammingError without
    them.
    """
    current_vocabulary()  # the names of the network's own units, before their table is out of sight
    try:
        with connection.cursor() as cursor:
            for model in _MODELS:
                table = model._meta.db_table
                cursor.execute(f"CREATE TEMPORARY TABLE {table} (LIKE public.{table} INCLUDING ALL)")
        Unit.objects.bulk_create([unit])
        for entries in corpus.batches():
            Entry.objects.bulk_create(entries)
        with connection.cursor() as cursor:
            for model in _MODELS:
                cursor.execute(f"ANALYZE pg_temp.{model._meta.db_table}")
        yield lambda request: fallback.find(request).entries
    finally:
        with connection.cursor() as cursor:
            for model in _MODELS:
                cursor.execute(f"DROP TABLE IF EXISTS pg_temp.{model._meta.db_table}")
