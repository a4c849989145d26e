"""Host → unit from memory: ≤ 0.1 ms a request, and at most CHECK_SECONDS behind a change made in another process."""

import threading
import time
from dataclasses import dataclass
from datetime import date

from django.db import connection, models, transaction
from django.utils import timezone

from tenants.units.models import Domain, RegisterVersion, UnitHost, UnitSite
from tenants.units.pulse import pulses

CHECK_SECONDS = 1.0
# A flood of invented hosts must not grow the memory of a worker.
MAX_HOSTS = 20_000


@dataclass(frozen=True, slots=True)
class HostTarget:
    """Where a host leads: to a site, or to `redirect_host` when the unit now has another, or nowhere (both None)."""

    site: UnitSite | None = None
    redirect_host: str | None = None


NOWHERE = HostTarget()


class HostCache:
    """Thread-safe; dropped whole when the register's version moved, since changes are rare."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._targets: dict[str, HostTarget] = {}
        self._version = -1
        self._checked_at = 0.0

    def find(self, host: str) -> HostTarget:
        """Return the host's target. Costs no query on a hit younger than CHECK_SECONDS, one small query past that."""
        self._follow_register()
        target = self._targets.get(host)
        if target is None:
            version = self._version
            target = _look_up(host, today=timezone.localdate())
            with self._lock:
                if version != self._version:  # the register moved while we read: this may be what it said before
                    return target
                if len(self._targets) >= MAX_HOSTS:
                    self._targets.clear()
                self._targets[host] = target
        return target

    @property
    def version(self) -> int:
        """The register's version this process works with: a part of the keys of what is kept from the register."""
        return self._version

    def forget(self) -> None:
        """Drop everything at once (tests, and the process that made the change)."""
        with self._lock:
            self._targets.clear()
            self._checked_at = 0.0

    def _follow_register(self) -> None:
        now = time.monotonic()
        if now - self._checked_at < CHECK_SECONDS:
            return
        version = RegisterVersion.objects.values_list("version", flat=True).first() or 0
        with self._lock:
            self._checked_at = now
            if version != self._version:
                self._version = version
                self._targets.clear()


host_cache = HostCache()


def _look_up(host: str, *, today: date) -> HostTarget:
    domain = Domain.objects.select_related("tenant__unit__kind", "tenant__unit__commune").filter(domain=host).first()
    if domain is not None:
        return HostTarget(site=domain.tenant)
    former = (
        UnitHost.objects.filter(host=host, valid_until__lte=today, unit__site__isnull=False)
        .order_by("-valid_until")
        .values_list("unit__site", flat=True)
        .first()
    )
    if former is None:
        return NOWHERE
    primary = Domain.objects.filter(tenant=former, is_primary=True).values_list("domain", flat=True).first()
    return HostTarget(redirect_host=primary) if primary else NOWHERE


def raise_register_version() -> None:
    """Tell every process that units, sites or hosts changed. Call inside the transaction of the change."""
    RegisterVersion.objects.update_or_create(pk=1, defaults={"version": models.F("version") + 1}, create_defaults={})
    pulses.forget()
    transaction.on_commit(pulses.forget)
    if not connection.in_atomic_block:
        host_cache.forget()
