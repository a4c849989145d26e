from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from tenants.units.importing.read import ListError
from tenants.units.importing.report import Problem, Report
from tenants.units.importing.write import check_list, make_sites, write_list


class Command(BaseCommand):
    """Care for the register of units: `units import FILE` reads a list; nothing is written without --apply."""

    help = __doc__

    def add_arguments(self, parser: CommandParser) -> None:
        subcommands = parser.add_subparsers(dest="action", required=True)
        importing = subcommands.add_parser("import", help="read a list of units, CSV or XLSX")
        importing.add_argument("file", type=Path)
        importing.add_argument("--apply", action="store_true", help="write what the dry run shows")
        importing.add_argument("--sites", action="store_true", help="with --apply: make sites for rows with a host")

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        try:
            content = file.read_bytes()
            if options["apply"]:
                report = write_list(content=content, by=None, at=timezone.now())
            else:
                report = check_list(content)
        except (OSError, ListError) as error:
            raise CommandError(str(error)) from error
        self._tell(report, written=options["apply"])
        if not report.may_be_written:
            raise CommandError("Chưa ghi gì vào danh bạ. Hãy sửa các dòng trên rồi chạy lại.")
        if options["apply"] and options["sites"]:
            self._tell_problems(make_sites(content=content, by=None, at=timezone.now()))

    def _tell(self, report: Report, *, written: bool) -> None:
        self._tell_problems(report.problems)
        verb = "Đã ghi" if written and report.may_be_written else "Đọc thử"
        self.stdout.write(
            f"{verb} {report.rows} dòng: {len(report.new)} đơn vị mới, {len(report.changed)} đơn vị đã có, "
            f"{len(report.sites)} trang cần tạo, {len(report.problems)} chỗ cần sửa."
        )

    def _tell_problems(self, problems: list[Problem]) -> None:
        for problem in problems:
            self.stdout.write(f"Dòng {problem.row}, cột {problem.column}: {problem.sentence}")
