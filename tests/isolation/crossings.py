"""Reads our code for ways of crossing units that leak: what test_crossings.py forbids, as text with the line."""

import ast
from collections.abc import Iterator

# Ways into a unit that keep what was active before in a variable of the call, so that threads cannot mix it up.
WAYS_IN = frozenset({"use_site", "use_schema", "tenant_context", "schema_context"})
LOOPS = frozenset({"every_unit"})
LOW_LEVEL = frozenset({"set_tenant", "set_schema", "set_schema_to_public"})
SHELL_SUGAR = frozenset({"activate", "deactivate"})
LAZY = frozenset(
    {"all", "filter", "exclude", "order_by", "reverse", "distinct", "values", "values_list", "select_related", "only"}
    | {"prefetch_related", "annotate", "alias", "defer", "using", "none", "union", "iterator", "live", "public"}
    | {"specific", "descendant_of", "child_of", "get_children", "get_descendants"}
)


def findings(source: str) -> list[str]:
    """Return one line for each forbidden way in `source`."""
    tree = ast.parse(source)
    found = [*_entered_otherwise(tree), *_low_level(tree), *_bare_with(tree), *_lazy_results(tree)]
    return [f"line {line}: {words}" for line, words in sorted(set(found))]


def _entered_otherwise(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """A way in that is a decorator, or kept in a variable, is one object for all threads."""
    in_with = {item.context_expr.func for node in _withs(tree) for item in node.items if _is_way_in(item.context_expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and node.id in WAYS_IN and node not in in_with:
            yield node.lineno, f"{node.id} is only for `with {node.id}(…):`"


def _low_level(tree: ast.AST) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in LOW_LEVEL:
            yield node.lineno, f"{node.attr} belongs to core.schema"
        elif isinstance(node, ast.Attribute) and node.attr in SHELL_SUGAR and not _is_named(node.value, "translation"):
            yield node.lineno, f"{node.attr}() is sugar for the shell"
        elif isinstance(node, ast.ImportFrom) and node.module == "core.schema":
            names = {alias.name for alias in node.names} & {"enter", "enter_bare", "forget_search_path"}
            if names:
                yield node.lineno, f"{', '.join(sorted(names))} of core.schema: use tenants.units.context"


def _bare_with(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """`with tenant:` shares one list of former units among all threads; only locks are entered by name."""
    locks = {_name(target) for node in ast.walk(tree) for target in _assigned_from_threading(node)}
    for node in _withs(tree):
        for item in node.items:
            name = _name(item.context_expr)
            if name and name not in locks:
                yield node.lineno, f"`with {name}:` leaks between threads"


def _assigned_from_threading(node: ast.AST) -> list[ast.expr]:
    value = getattr(node, "value", None)
    if not isinstance(node, ast.Assign) or not isinstance(value, ast.Call) or not isinstance(value.func, ast.Attribute):
        return []
    return node.targets if _is_named(value.func.value, "threading") else []


def _lazy_results(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """What leaves a unit must be read already: a lazy queryset reads the schema it wakes in.

    Sees a queryset made in the block itself, not one that a function called there returns.
    """
    for function in ast.walk(tree):
        if not isinstance(function, ast.FunctionDef):
            continue
        for block in ast.walk(function):
            if _enters(block):
                yield from _lazy_in(block, function)


def _lazy_in(block: ast.With | ast.For, function: ast.FunctionDef) -> Iterator[tuple[int, str]]:
    used_after = {
        node.id
        for node in ast.walk(function)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and node.lineno > block.end_lineno
    }
    for node in (inner for statement in block.body for inner in ast.walk(statement)):
        if isinstance(node, ast.Return | ast.Yield) and _is_lazy(node.value):
            yield node.lineno, "a lazy queryset leaves its unit"
        elif isinstance(node, ast.Assign) and _is_lazy(node.value):
            names = {target.id for target in node.targets if isinstance(target, ast.Name)}
            if names & used_after:
                yield node.lineno, f"lazy {', '.join(names & used_after)} is read outside its unit"


def _is_lazy(value: ast.expr | None) -> bool:
    if isinstance(value, ast.Subscript):
        return isinstance(value.slice, ast.Slice) and _is_lazy(value.value)
    if isinstance(value, ast.Call):
        return _is_named(value.func, "map") or (isinstance(value.func, ast.Attribute) and value.func.attr in LAZY)
    return isinstance(value, ast.GeneratorExp)


def _withs(tree: ast.AST) -> list[ast.With]:
    return [node for node in ast.walk(tree) if isinstance(node, ast.With)]


def _enters(node: ast.AST) -> bool:
    if isinstance(node, ast.With):
        return any(_is_way_in(item.context_expr) for item in node.items)
    return isinstance(node, ast.For) and isinstance(node.iter, ast.Call) and _is_named(node.iter.func, *LOOPS)


def _is_way_in(value: ast.expr) -> bool:
    return isinstance(value, ast.Call) and _is_named(value.func, *WAYS_IN)


def _name(value: ast.expr) -> str | None:
    return getattr(value, "id", None) or getattr(value, "attr", None)


def _is_named(value: ast.expr, *names: str) -> bool:
    return isinstance(value, ast.Name) and value.id in names
