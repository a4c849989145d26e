"""Many articles from a few, in the database: what 20,000 publications would leave, in seconds instead of an hour.

Works on the active schema of either project: Wagtail's pages and one model of articles below a section.
"""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.db import connection, transaction
from psycopg2.extras import execute_values
from wagtail.models import Page

PLAN = """CREATE TEMPORARY TABLE copies
    (source bigint, id bigint, path text, slug text, url_path text, age interval) ON COMMIT DROP"""


@transaction.atomic
def multiply(section: Page, model: type[Page], *, total: int) -> int:
    """Bring the section to `total` articles by copies of those it has, each a minute older; return how many were made.

    A copy has no revision, no workflow and no entry in Wagtail's search: no public page reads any of them.
    """
    section.refresh_from_db()
    sources = list(model.objects.child_of(section).order_by("path").values_list("pk", "slug"))
    count = max(0, total - len(sources))
    if not count:
        return 0
    with connection.cursor() as cursor:
        cursor.execute(PLAN)
        first = _next_id(cursor)
        execute_values(cursor.cursor, "INSERT INTO copies VALUES %s", _plan(section, sources, count, first))
        _copy(cursor, Page, "id")
        _copy(cursor, model, "page_ptr_id")
        cursor.execute("SELECT setval(pg_get_serial_sequence('wagtailcore_page', 'id'), %s)", [first + count])
    Page.objects.filter(pk=section.pk).update(numchild=section.numchild + count)
    return count


def _plan(section: Page, sources: list[tuple[int, str]], count: int, first: int) -> Iterator[tuple[Any, ...]]:
    for number in range(count):
        source, slug = sources[number % len(sources)]
        path = Page._get_path(section.path, section.depth + 1, section.numchild + 1 + number)
        slug = f"{slug}-{number}"
        yield source, first + number, path, slug, f"{section.url_path}{slug}/", timedelta(minutes=number + 1)


def _copy(cursor: Any, model: type[Page], key: str) -> None:
    """Insert the rows of the table of `model` again, with what differs taken from the plan."""
    differing = {
        key: "copies.id",
        "path": "copies.path",
        "slug": "copies.slug",
        "url_path": "copies.url_path",
        "translation_key": "gen_random_uuid()",
        "numchild": "0",
        "latest_revision_id": "NULL",
        "live_revision_id": "NULL",
        "published_at": "row.published_at - copies.age",
        "first_published_at": "row.first_published_at - copies.age",
    }
    columns = [field.column for field in model._meta.local_concrete_fields]
    values = [differing.get(column, f"row.{column}") for column in columns]
    table = model._meta.db_table
    cursor.execute(
        f"INSERT INTO {table} ({', '.join(columns)}) SELECT {', '.join(values)} "
        f"FROM copies JOIN {table} AS row ON row.{key} = copies.source"
    )


def _next_id(cursor: Any) -> int:
    cursor.execute("SELECT max(id) + 1 FROM wagtailcore_page")
    return int(cursor.fetchone()[0])
