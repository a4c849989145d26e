"""What each status of a unit means: one table, asserted by tests and rendered into docs/units.md.

Source: architecture.md, "Status × effect".
"""

from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _


class UnitStatus(models.TextChoices):
    PLANNED = "planned", _("Dự kiến")
    ACTIVE = "active", _("Đang hoạt động")
    SUSPENDED = "suspended", _("Tạm dừng")
    CLOSED = "closed", _("Đã kết thúc")


@dataclass(frozen=True, slots=True)
class StatusEffect:
    """public_pages: readers get pages (else 503 or, before opening, 404). may_log_in: editors may enter the admin.
    may_publish, may_send: posts on the own site, to the Sở. listed: registry rows are found, portal copies stay."""

    public_pages: bool
    may_log_in: bool
    may_publish: bool
    may_send: bool
    listed: bool


EFFECTS: dict[str, StatusEffect] = {
    # Being filled before it opens: editors work, readers do not see it yet.
    UnitStatus.PLANNED: StatusEffect(
        public_pages=False, may_log_in=True, may_publish=True, may_send=False, listed=False
    ),
    UnitStatus.ACTIVE: StatusEffect(public_pages=True, may_log_in=True, may_publish=True, may_send=True, listed=True),
    # 503 with a notice; nothing is deleted, everything returns with the unit.
    UnitStatus.SUSPENDED: StatusEffect(
        public_pages=False, may_log_in=False, may_publish=False, may_send=False, listed=False
    ),
    # Read-only archive under the name it had; posts stay searchable.
    UnitStatus.CLOSED: StatusEffect(
        public_pages=True, may_log_in=False, may_publish=False, may_send=False, listed=True
    ),
}

# What an operator may change a status into. Nothing returns to planned; a closed unit opens again when it was an error.
ARROWS: dict[str, frozenset[str]] = {
    UnitStatus.PLANNED: frozenset({UnitStatus.ACTIVE, UnitStatus.CLOSED}),
    UnitStatus.ACTIVE: frozenset({UnitStatus.SUSPENDED, UnitStatus.CLOSED}),
    UnitStatus.SUSPENDED: frozenset({UnitStatus.ACTIVE, UnitStatus.CLOSED}),
    UnitStatus.CLOSED: frozenset({UnitStatus.ACTIVE}),
}
