"""Many published pages at once, for lists that must not mind."""

from typing import Any

from django.db import connection

# What differs from page to page.
_OWN = ("id", "path", "slug", "url_path", "translation_key", "latest_revision_id", "live_revision_id")


def multiply_page(page: Any, count: int) -> None:
    """Write copies of the page's rows until there are `count` (at most 9,999), as publications would leave them."""
    table = page._meta.db_table
    common, special = _columns("wagtailcore_page"), _columns(table)
    parent_address = page.url_path.rsplit("/", 2)[0] + "/"
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            WITH pages AS (
                INSERT INTO wagtailcore_page (path, slug, url_path, translation_key, {common})
                SELECT %s || lpad(number::text, 4, '0'), 'c' || number, %s || 'c' || number || '/', gen_random_uuid(),
                       {common}
                FROM wagtailcore_page, generate_series(2, %s) AS number WHERE id = %s
                RETURNING id
            )
            INSERT INTO {table} (page_ptr_id, {special})
            SELECT pages.id, {special} FROM pages, {table} WHERE page_ptr_id = %s
            """,
            [page.path[:-4], parent_address, count, page.pk, page.pk],
        )


def _columns(table: str) -> str:
    with connection.cursor() as cursor:
        described = connection.introspection.get_table_description(cursor, table)
    return ", ".join(f'"{column.name}"' for column in described if column.name not in {*_OWN, "page_ptr_id"})
