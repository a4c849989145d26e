"""What a new unit's schema is made from is what the migrations make."""

import re
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.utils.module_loading import import_string
from django_tenants.utils import schema_context

from core.schema import enter_bare, forget_search_path
from tenants.units.migrating import migrate_active_schema
from tenants.units.schema_template import CHECK_AT_ONCE, current_template, replay
from tenants.units.schema_text import write_out

# Each question returns rows of names and definitions in which the schema's own name does not occur.
QUESTIONS = {
    "columns": """
        SELECT c.relname, row_number() OVER (PARTITION BY c.oid ORDER BY a.attnum), a.attname,
               format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity, a.attcollation::regcollation::text,
               pg_get_expr(d.adbin, d.adrelid)
        FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid LEFT JOIN pg_attrdef d ON d.adrelid = c.oid
        AND d.adnum = a.attnum
        WHERE c.relnamespace = %(schema)s::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped""",
    "constraints": """
        SELECT t.relname, c.conname, pg_get_constraintdef(c.oid, true), c.condeferrable, c.condeferred
        FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid
        WHERE c.connamespace = %(schema)s::regnamespace AND c.contype <> 'n'""",
    "indexes": """
        SELECT c.relname, pg_get_indexdef(c.oid, 0, true) FROM pg_class c
        WHERE c.relnamespace = %(schema)s::regnamespace AND c.relkind = 'i'""",
    "sequences": """
        SELECT c.relname, d.refobjid::regclass::text, s.seqincrement, s.seqmax, s.seqcycle
        FROM pg_class c JOIN pg_sequence s ON s.seqrelid = c.oid JOIN pg_depend d ON d.objid = c.oid AND d.deptype = 'i'
        WHERE c.relnamespace = %(schema)s::regnamespace""",
    "groups": "SELECT g.name, count(p.id) FROM auth_group g LEFT JOIN auth_group_permissions p ON p.group_id = g.id"
    " GROUP BY g.name",
    "migrations": "SELECT app, name FROM django_migrations",
    "content types": "SELECT app_label, model FROM django_content_type",
    "pages": "SELECT path, title, slug FROM wagtailcore_page",
}
# PostgreSQL writes the casts of `IN ('a', 'b')` in one way, reads them, and writes them in another.
CASTS = re.compile(r"::character varying|::text(\[\])?|[()]")


def described(schema_name: str) -> dict[str, list[tuple[Any, ...]]]:
    enter_bare(schema_name)
    with connection.cursor() as cursor:
        answers = {}
        for name, question in QUESTIONS.items():
            cursor.execute(question, {"schema": schema_name})
            rows = [tuple(CASTS.sub("", one) if isinstance(one, str) else one for one in row) for row in cursor]
            answers[name] = sorted(rows, key=str)
    return answers


def test_the_text_makes_what_the_migrations_make(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("CREATE SCHEMA t_migrated")
    with schema_context("t_migrated"):
        enter_bare("t_migrated")
        with connection.cursor() as cursor:
            cursor.execute(CHECK_AT_ONCE)
        migrate_active_schema()
        import_string(settings.UNIT_SEED)()
        text = write_out()
        migrated = described("t_migrated")
        replay(schema_name="t_replayed", sql=text)
        replayed = described("t_replayed")
    assert len(migrated["constraints"]) > 200
    for name, rows in migrated.items():
        assert replayed[name] == rows, name


def test_numbers_go_on_where_the_rows_end(db: None) -> None:
    replay(schema_name="t_replayed", sql=current_template().sql)
    with schema_context("t_replayed"), connection.cursor() as cursor:
        cursor.execute("INSERT INTO auth_group (name) VALUES ('mới') RETURNING id > (SELECT max(id) FROM auth_group)")
        assert cursor.fetchone() == (True,)


@pytest.mark.parametrize(
    "strange",
    [
        "CREATE VIEW mirror AS SELECT 1 AS one",
        "CREATE SEQUENCE free",
        "CREATE TABLE made (a int, b int GENERATED ALWAYS AS (a * 2) STORED)",
        "CREATE FUNCTION twice(a int) RETURNS int LANGUAGE sql AS 'SELECT a * 2'",
    ],
)
def test_what_it_cannot_write_is_refused_by_name(db: None, strange: str) -> None:
    with schema_context("t_strange"):
        enter_bare("t_strange")
        with connection.cursor() as cursor:
            cursor.execute("CREATE SCHEMA t_strange")
            cursor.execute(strange)
        with pytest.raises(ValueError, match=r"cannot write out: (mirror|free|b|twice)"):
            write_out()
    forget_search_path()
