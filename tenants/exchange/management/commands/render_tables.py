from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import translation

from tenants.exchange.tables import exchange_page, units_page


class Command(BaseCommand):
    """Write docs/exchange.md and docs/units.md from the tables in code."""

    help = __doc__

    def handle(self, *args: Any, **options: Any) -> None:
        folder = settings.BASE_DIR / "docs"
        with translation.override("vi"):
            (folder / "exchange.md").write_text(exchange_page(), encoding="utf-8")
            (folder / "units.md").write_text(units_page(), encoding="utf-8")
