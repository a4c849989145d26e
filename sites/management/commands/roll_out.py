from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from sites.starter.roll_out import Outcome, dry_run, roll_out, sites_behind


class Command(BaseCommand):
    """Show what the present plan of sites and roles adds to each existing unit; with --apply, add it.

    Safe to run again: a unit that has everything is passed over, and after a kill the next run goes on.
    """

    help = __doc__

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--apply", action="store_true", help="write what the dry run shows, a unit at a time")

    def handle(self, *args: Any, apply: bool, **options: Any) -> None:
        behind = sites_behind()
        outcomes = roll_out(clock=timezone.now) if apply else map(dry_run, behind)
        failed = 0
        for number, outcome in enumerate(outcomes, start=1):
            failed += bool(outcome.error)
            self._tell(outcome, f"{number}/{len(behind)}")
        self.stdout.write(f"{'Đã đưa mẫu tới' if apply else 'Đọc thử'} {len(behind) - failed} đơn vị.")
        if failed:
            raise CommandError(f"{failed} đơn vị chưa đưa được và vẫn như cũ. Hãy xem lỗi ở trên rồi chạy lại.")

    def _tell(self, outcome: Outcome, place: str) -> None:
        self.stdout.write(f"{place} {outcome.site.unit.name}")
        for line in outcome.words:
            self.stdout.write(f"    {line}")
        if outcome.error:
            self.stderr.write(f"    {outcome.error}")
