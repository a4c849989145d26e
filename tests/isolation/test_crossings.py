"""Code crosses from unit to unit in few ways, none of which leaks: read from the source, module by module."""

from pathlib import Path

import pytest
from django.conf import settings

from tests.isolation.crossings import findings

# The modules that make the ways in, each with what it may do by hand.
MAKERS = {
    "core/schema.py": ("belongs to core.schema",),
    "core/database/base.py": ("belongs to core.schema",),
    "tenants/units/middleware.py": ("use tenants.units.context",),
    "tenants/units/schema_template.py": ("use tenants.units.context",),
}


def modules() -> list[str]:
    root = Path(settings.BASE_DIR)
    packages = ("core", "tenants", "sites", "search", "infra")
    return sorted(str(path.relative_to(root)) for package in packages for path in (root / package).rglob("*.py"))


def test_our_code_crosses_in_no_way_that_leaks() -> None:
    found = {}
    for module in modules():
        allowed = MAKERS.get(module, ())
        lines = findings(Path(settings.BASE_DIR, module).read_text(encoding="utf-8"))
        if left := [line for line in lines if not line.endswith(allowed or ("\0",))]:
            found[module] = left
    assert not found


@pytest.mark.parametrize(
    "leak",
    [
        "with site:\n    act()",
        "with self.tenant as site:\n    act()",
        "@use_site(site)\ndef act(): ...",
        "inside = tenant_context(site)\nwith inside:\n    act()",
        "connection.set_tenant(site)",
        "connection.set_schema_to_public()",
        "site.activate()",
        "from core.schema import enter",
        "def read():\n    with use_site(site):\n        return Article.objects.live()",
        "def read():\n    with use_site(site):\n        return Article.objects.order_by('pk')[:3]",
        "def read():\n    with use_site(site):\n        rows = Article.objects.filter(pk=1)\n    return len(rows)",
        "def read():\n    for site in every_unit(reason='a'):\n        yield site.pages.all()",
        "def read():\n    with use_schema(name):\n        return (page.title for page in pages)",
    ],
)
def test_a_leaking_way_is_found(leak: str) -> None:
    assert findings(leak)


@pytest.mark.parametrize(
    "safe",
    [
        "self._lock = threading.Lock()\nwith self._lock:\n    act()",
        "with use_site(site), transaction.atomic():\n    act()",
        "translation.activate('vi')",
        "def read():\n    with use_site(site):\n        return list(Article.objects.live())",
        "def read():\n    with use_site(site):\n        rows = Article.objects.all()\n        return len(rows)",
    ],
)
def test_a_safe_way_is_not(safe: str) -> None:
    assert not findings(safe)
