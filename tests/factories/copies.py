"""Many copies of one page at once, for lists that must not grow slower: rows are written, nothing is published."""

from copy import copy
from typing import Any
from uuid import uuid4

from django.db import connection
from wagtail.models import Page

from tenants.registry.models import Entry


def add_copies(page: Any, count: int) -> None:
    """Add `count` live siblings of a live page, with its registry entry each. Titles end in their number."""
    parent = page.get_parent()
    plain, entry = Page.objects.get(pk=page.pk), Entry.objects.get(object_type=page.registry_type, object_id=page.pk)
    made = Page.objects.bulk_create(_sibling(plain, parent, number) for number in range(2, count + 2))
    columns = [field.column for field in page._meta.local_concrete_fields if not field.primary_key]
    names = ", ".join(f'"{column}"' for column in columns)
    with connection.cursor() as cursor:
        cursor.execute(
            f'INSERT INTO "{page._meta.db_table}" (page_ptr_id, {names}) SELECT made.pk, {names} '
            f'FROM "{page._meta.db_table}" CROSS JOIN unnest(%s::integer[]) AS made (pk) WHERE page_ptr_id = %s',
            [[one.pk for one in made], page.pk],
        )
    Entry.objects.bulk_create(_entry_for(entry, one.pk) for one in made)
    Page.objects.filter(pk=parent.pk).update(numchild=count + 1)


def _sibling(plain: Page, parent: Page, number: int) -> Page:
    one = copy(plain)
    one.pk = one.id = None
    one.path = parent._get_path(parent.path, parent.depth + 1, number)
    one.title = one.draft_title = f"{plain.title} {number}"
    one.slug = f"{plain.slug}-{number}"
    one.url_path = f"{parent.url_path}{one.slug}/"
    one.latest_revision = one.live_revision = None
    one.translation_key = uuid4()
    return one


def _entry_for(entry: Entry, page_id: int) -> Entry:
    one = copy(entry)
    one.pk, one.object_id = None, page_id
    return one
