"""A schema written out as SQL: the tables, indexes, constraints and rows it has now, under the names they have now.

The migrations' own statements would make the same schema, but create what later ones alter, rename and drop again: a
third of the time a new unit takes. `pg_dump` writes this too, but must be of the server's version or newer, and sets
variables that outlive the replay (ADR 2).
"""

from collections.abc import Iterable, Iterator
from typing import Any

from django.db import connection
from psycopg2.sql import SQL, Composable, Identifier, Literal

from core.schema import active_schema

_STRANGE = """
    SELECT relname FROM pg_class WHERE relnamespace = %(schema)s::regnamespace AND relkind NOT IN ('r', 'i', 'S')
    UNION ALL SELECT tgname FROM pg_trigger t JOIN pg_class c ON c.oid = tgrelid
    WHERE relnamespace = %(schema)s::regnamespace AND NOT tgisinternal
    UNION ALL SELECT attname FROM pg_attribute a JOIN pg_class c ON c.oid = attrelid
    WHERE relnamespace = %(schema)s::regnamespace AND relkind = 'r' AND attgenerated <> ''
    UNION ALL SELECT s.relname FROM pg_class s WHERE s.relnamespace = %(schema)s::regnamespace AND s.relkind = 'S'
    AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = s.oid AND d.deptype = 'i')
    UNION ALL SELECT proname FROM pg_proc WHERE pronamespace = %(schema)s::regnamespace
"""
_COLUMNS = """
    SELECT c.relname, a.attname,
           format_type(a.atttypid, a.atttypmod)
           || CASE WHEN a.attcollation <> y.typcollation THEN ' COLLATE ' || a.attcollation::regcollation ELSE '' END
           || CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END
           || coalesce(' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid, true), '')
           || CASE WHEN a.attidentity = '' THEN '' ELSE
              ' GENERATED ' || CASE a.attidentity WHEN 'a' THEN 'ALWAYS' ELSE 'BY DEFAULT' END
              || ' AS IDENTITY (SEQUENCE NAME ' || quote_ident(s.relname)
              || ' START WITH ' || coalesce(pg_sequence_last_value(s.oid) + 1, 1) || ')' END
    FROM pg_class c
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    LEFT JOIN pg_class s ON a.attidentity <> ''
         AND s.oid = pg_get_serial_sequence(quote_ident(c.relname), a.attname)::regclass
    JOIN pg_type y ON y.oid = a.atttypid
    LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
    WHERE c.relnamespace = %(schema)s::regnamespace AND c.relkind = 'r'
    ORDER BY c.relname, a.attnum
"""
_CONSTRAINTS = """
    SELECT t.relname, c.contype = 'f', c.conname, pg_get_constraintdef(c.oid, true)
    FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid
    WHERE c.connamespace = %(schema)s::regnamespace AND c.contype <> 'n'
    ORDER BY t.relname, c.contype DESC, c.conname
"""
_INDEXES = """
    SELECT pg_get_indexdef(i.indexrelid, 0, true) FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
    WHERE c.relnamespace = %(schema)s::regnamespace
    AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))
    ORDER BY c.relname
"""


def write_out() -> str:
    """Return the SQL that makes the active schema again where only an empty one is visible.

    Raise ValueError for what a schema of ours has never had (view, trigger, function, generated column, free sequence).
    """
    if strange := _ask(_STRANGE):
        raise ValueError(f"cannot write out: {', '.join(name for (name,) in strange)}")
    tables = _tables()
    foreign: dict[str, list[str]] = {}
    for table, is_foreign, name, definition in _ask(_CONSTRAINTS):
        (foreign.setdefault(table, []) if is_foreign else tables[table]).append(
            f"CONSTRAINT {_quoted(name)} {definition}"
        )
    statements = [f"CREATE TABLE {_quoted(table)} ({', '.join(parts)})" for table, parts in tables.items()]
    statements += _rows(tables)
    statements += [definition for (definition,) in _ask(_INDEXES)]
    statements += [
        f"ALTER TABLE {_quoted(table)} {', '.join(f'ADD {constraint}' for constraint in constraints)}"
        for table, constraints in foreign.items()
    ]
    return ";\n".join(statements) + ";\n"


def _tables() -> dict[str, list[str]]:
    """Return each table's columns as CREATE TABLE wants them; an identity goes on counting where it stands."""
    tables: dict[str, list[str]] = {}
    for table, column, definition in _ask(_COLUMNS):
        tables.setdefault(table, []).append(f"{_quoted(column)} {definition}")
    return tables


def _rows(tables: Iterable[str]) -> Iterator[str]:
    """One INSERT a table that has rows. Values travel as text: each type reads what it writes."""
    with connection.cursor() as cursor:
        for table in map(Identifier, tables):
            cursor.execute(SQL("SELECT * FROM {} LIMIT 0").format(table))
            columns = [Identifier(column.name) for column in cursor.description]
            texts = SQL(", ").join(SQL("{}::text").format(column) for column in columns)
            rows = _ask(SQL("SELECT {} FROM {}").format(texts, table))
            if rows:
                insert = SQL("INSERT INTO {} ({}) VALUES {}")
                values = SQL(", ").join(map(Literal, rows))
                yield insert.format(table, SQL(", ").join(columns), values).as_string(cursor.cursor)


def _ask(query: str | Composable) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(query, {"schema": active_schema()})
        return list(cursor.fetchall())


def _quoted(name: str) -> str:
    return str(connection.ops.quote_name(name))
