from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from tenants.units.actions.collect_files import collect_files


class Command(BaseCommand):
    """Delete files of the units that no row refers to and that are older than a day; the worker does it by itself."""

    help = __doc__

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="name the files, delete none")

    def handle(self, *args: Any, dry_run: bool, **options: Any) -> None:
        collected = collect_files(at=timezone.now(), dry_run=dry_run)
        for names in collected.values():
            for name in names:
                self.stdout.write(name)
        count = sum(map(len, collected.values()))
        self.stdout.write(f"{'Sẽ xóa' if dry_run else 'Đã xóa'} {count} tệp không còn được dùng.")
