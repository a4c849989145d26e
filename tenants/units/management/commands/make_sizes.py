from typing import Any

from django.core.management.base import BaseCommand

from tenants.units.actions.make_missing_sizes import Progress, make_missing_sizes

TOLD_EVERY = 50


class Command(BaseCommand):
    """Make the sizes that pictures lack, unit by unit: after a restore, or when pages ask for other sizes."""

    help = __doc__

    def handle(self, *args: Any, **options: Any) -> None:
        pictures = failed = 0
        for at in make_missing_sizes():
            pictures += 1
            if at.done == at.wanted:
                failed += at.failed
            if at.done % TOLD_EVERY == 0 or at.done == at.wanted:
                self._tell(at)
        self.stdout.write(f"Đã xem {pictures} ảnh thiếu cỡ, {failed} ảnh không làm được.")

    def _tell(self, at: Progress) -> None:
        words = f", {at.failed} ảnh không làm được (xem nhật ký)" if at.failed else ""
        self.stdout.write(f"{at.code}: {at.done}/{at.wanted} ảnh{words}")
        self.stdout.flush()
