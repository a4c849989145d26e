from pathlib import Path

import pytest
from django.utils import translation

from tenants.exchange.tables import exchange_page, units_page

DOCS = Path(__file__).resolve().parents[3] / "docs"


@pytest.mark.parametrize(("name", "page"), [("exchange.md", exchange_page), ("units.md", units_page)])
def test_docs_say_what_the_code_does(name: str, page) -> None:
    with translation.override("vi"):
        assert (DOCS / name).read_text(encoding="utf-8") == page(), "run `manage.py render_tables`"
