"""One school's pages and pictures in another school's schema, by SQL: both schemas number their rows alike."""

from typing import Any

from django.db import connection, models
from wagtail.models import Page

from core.media.models import UnitImage, UnitRendition
from sites.models import ArticlePage, HomePage
from tenants.units.context import use_site
from tenants.units.models import UnitSite


def copy_site(*, source: UnitSite, target: UnitSite) -> None:
    """Copy articles, pictures and the home's picture into the freshly made site of a unit of the same kind.

    The files are not copied: pages only name them.
    """
    with use_site(source):
        new_pages = list(ArticlePage.objects.values_list("pk", flat=True))
        hero = HomePage.objects.values_list("hero_image", flat=True).get()
    schemas = (source.schema_name, target.schema_name)
    with use_site(target), connection.cursor() as cursor:
        for model, kept in (
            (UnitImage, None),
            (UnitRendition, None),
            (Page, new_pages),
            (ArticlePage, new_pages),
        ):
            _copy(cursor, model, schemas, kept)
        cursor.execute(
            f"UPDATE wagtailcore_page SET numchild = other.numchild FROM {source.schema_name}.wagtailcore_page other "
            "WHERE other.id = wagtailcore_page.id"
        )
        HomePage.objects.update(hero_image=hero)


def _copy(cursor: Any, model: type[models.Model], schemas: tuple[str, str], kept: list[int] | None) -> None:
    source, target = schemas
    differing = {
        "file": f"replace(file, '{source}/', '{target}/')",
        "latest_revision_id": "NULL",
        "live_revision_id": "NULL",
        "uploaded_by_user_id": "NULL",
    }
    columns = [field.column for field in model._meta.local_concrete_fields]
    values = [differing.get(column, column) for column in columns]
    table, key = model._meta.db_table, model._meta.pk.column
    condition = f"WHERE {key} = ANY(%s)" if kept is not None else ""
    cursor.execute(
        f"INSERT INTO {target}.{table} ({', '.join(columns)}) "
        f"SELECT {', '.join(values)} FROM {source}.{table} {condition}",
        [kept] if kept is not None else [],
    )
    if key == "id":
        cursor.execute(f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), (SELECT max(id) FROM {table}))")
