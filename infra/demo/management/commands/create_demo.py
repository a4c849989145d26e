import json
import time
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser
from django.db import transaction
from wagtail.models import Site

from core.identity.models import Identity
from infra.demo import citizens, disclosures, documents, english, people, publishing, register, texts
from infra.demo.admin_search import index_now
from infra.demo.admissions import add_admissions
from infra.demo.appearance import add_appearance
from infra.demo.exams import add_exams
from infra.demo.exchange import Player, play_all
from infra.demo.library import add_library
from infra.demo.pictures_store import draw_missing
from infra.demo.procedures import add_procedures
from infra.demo.schedule import add_schedule
from infra.demo.topics import keep_demo_topics
from sites.models import ArticlePage
from tenants.units.context import use_site
from tenants.units.models import Unit, UnitSite
from tenants.units.statuses import UnitStatus


class Command(BaseCommand):
    """Fill an empty network with the demo's units, people and posts. Run again, it continues where it stopped."""

    help = __doc__

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--units", type=int, default=0, help="sites in all; more than the written ones adds schools"
        )
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--json", type=Path, default=settings.VAR_DIR / "demo-sites.json")

    def handle(self, *args: Any, units: int, port: int, **options: Any) -> None:
        started = time.monotonic()
        rows = texts.units()
        with_site = [row for row in rows if row["host"]]
        if not self._is_complete(with_site):
            self._fill(rows, with_site)
        extra = register.extra_rows(max(0, units - len(with_site)))
        register.make_units(extra)
        for row in extra:
            register.make_site(row)
        for site in list(UnitSite.objects.select_related("unit")):
            index_now(site)
        self._follow_port(port)
        description = self._describe([*with_site, *extra], port)
        options["json"].write_text(json.dumps(description, ensure_ascii=False, indent=1), encoding="utf-8")
        self.stdout.write(f"The demo network is ready ({time.monotonic() - started:.1f} s).")

    def _is_complete(self, with_site: list[dict[str, Any]]) -> bool:
        """The closed units are closed last, so their status tells that everything before is there."""
        closed = [row["code"] for row in with_site if row["status"] == "closed"]
        return Unit.objects.filter(code__in=closed, status=UnitStatus.CLOSED).count() == len(closed) > 0

    def _fill(self, rows: list[dict[str, Any]], with_site: list[dict[str, Any]]) -> None:
        drawn = draw_missing(texts.all_pictures())
        self.stdout.write(f"Drew {drawn} pictures.")
        register.make_units(rows)
        sites = {row["code"]: register.make_site(row) for row in with_site}
        register.make_people()
        portal = next(site for site in sites.values() if site.is_portal)
        for row in with_site:
            with transaction.atomic():
                self._fill_unit(row, sites[row["code"]], portal)
            self.stdout.write(f"  {row['name']}")
        for row in with_site:
            if row["status"] == "closed":
                Unit.objects.filter(code=row["code"]).update(status=UnitStatus.CLOSED, closed_date=row.get("closed_on"))

    def _fill_unit(self, row: dict[str, Any], site: UnitSite, portal: UnitSite) -> None:
        """Write one unit's pages and play its exchange, in one transaction; do nothing when that was done before."""
        with use_site(site):
            if ArticlePage.objects.exists():
                return
            publishing.add_home(row)
            add_appearance(row["code"])
            keep_demo_topics()
            people.add_people(row)
            citizens.add_citizens(site)
            posts = texts.portal_posts() if site.is_portal else texts.posts_of(row["code"])
            pages = publishing.add_posts(posts)
            if site.is_portal:
                publishing.add_standing_pages(texts.portal_pages())
                add_schedule()
                add_exams()
            documents.add_documents(site.unit)
            add_procedures(row["code"])
            add_admissions(site.unit)
            disclosures.add_disclosures(row, site.unit)
            add_library(row["code"])
            english.add_english(row["code"])
        if not site.is_portal:
            play_all(_player(site, portal), posts, pages)

    def _follow_port(self, port: int) -> None:
        """Wagtail's site rows hold the port of absolute addresses; another DEMO_PORT must reach all of them."""
        for site in list(UnitSite.objects.select_related("unit")):
            with use_site(site):
                Site.objects.exclude(port=port).update(port=port)
                Site.clear_site_root_paths_cache()

    def _describe(self, rows: list[dict[str, Any]], port: int) -> dict[str, Any]:
        kinds = dict(Unit.objects.values_list("code", "kind__name"))
        hosts = {row["code"]: register.host_of(row["host"]) for row in rows}
        sites = [
            {"name": row["name"], "kind": kinds[row["code"]], "url": f"http://{hosts[row['code']]}:{port}/"}
            for row in rows
        ]
        names = {row["code"]: row["name"] for row in rows}
        logins = [
            {
                "role": str(role.label),
                "unit": names[code],
                "email": email,
                "password": register.PASSWORD,
                "url": f"http://{hosts[code]}:{port}/quan-tri/",
            }
            for email, _name, role, code, _room in register.PEOPLE
        ]
        console = f"http://{settings.CONSOLE_HOST}:{port}/"
        operator = {
            "role": "Vận hành mạng lưới",
            "unit": "Toàn mạng lưới",
            "email": register.OPERATOR[0],
            "password": register.PASSWORD,
            "url": console,
        }
        return {"sites": sites, "logins": [*logins, operator]}


def _player(site: UnitSite, portal: UnitSite) -> Player:
    return Player(
        unit_site=site,
        portal=portal,
        desk=Identity.objects.get(email="tokythuat@so.example"),
        member=Identity.objects.get(email="phonggdpt@so.example"),
    )
