"""Comparing the registry with the units' pages and with the index by the clock, and mending what differs."""

import logging
from datetime import datetime, timedelta

from django.conf import settings
from django.db import DatabaseError
from django.utils import timezone
from elasticsearch import Elasticsearch

from search.client import Role, get_client, index_name
from search.index.lock import Lock, one_at_a_time
from search.index.purge import purge_tombstones
from search.index.reconcile import Drift, reconcile
from search.index.repair import repair
from search.models import IndexTarget, Sweep, TargetState
from search.models.sweep import PARTS
from search.unit_pages import mend_unit
from tenants.units.context import every_unit

logger = logging.getLogger(__name__)
# Local hour of the comparison of everything.
NIGHT_HOUR = 2
_HISTORY_DAYS = 90


def sweep_due(*, at: datetime) -> list[Sweep]:
    """Compare what is due: everything once a night, one of the PARTS shares of the units each hour. Safe to repeat.

    What was due while no worker ran is made up for, the latest hour of it. Raise BusyError when another process is
    at it, NodeError or elasticsearch.TransportError when the node is away.
    """
    local = timezone.localtime(at)
    hour = local.replace(minute=0, second=0, microsecond=0)
    night = hour.replace(hour=NIGHT_HOUR) - timedelta(days=local.hour < NIGHT_HOUR)
    done = []
    with one_at_a_time(Lock.SWEEP, waits=False):
        if settings.ELASTICSEARCH_URL and not Sweep.objects.filter(part=None, at__gte=night).exists():
            done.append(sweep_whole(at=at))
            _tidy(at=at)
        if not Sweep.objects.filter(part=local.hour % PARTS, at__gte=hour).exists():
            done.append(sweep_part(part=local.hour % PARTS, at=at))
    return done


def sweep_whole(*, at: datetime, with_pages: bool = False) -> Sweep:
    """Compare every document of the index with the registry and queue the differences.

    with_pages: compare the registry with the pages first, which enters every unit's schema.
    """
    pages = _mend_pages(None, at) if with_pages else 0
    return _store(None, pages=pages, at=at)


def sweep_part(*, part: int, at: datetime) -> Sweep:
    """Compare pages, registry and index of one share of the units. Enters each of these units' schemas."""
    return _store(part, pages=_mend_pages(part, at), at=at)


def _mend_pages(part: int | None, at: datetime) -> int:
    pages = 0
    for site in every_unit(reason="entries are compared with the pages of each unit"):
        if part is None or site.unit_id % PARTS == part:
            try:
                pages += mend_unit(at=at)
            except DatabaseError:
                raise
            except Exception:  # one page that cannot be built must not keep the other units from being compared
                logger.exception("unit not compared", extra={"event": "search.unit_not_compared", "unit": site.unit_id})
    return pages


def _store(part: int | None, *, pages: int, at: datetime) -> Sweep:
    drift = Drift()
    client = get_client(Role.WRITER)
    if client is not None:
        for target in IndexTarget.objects.filter(is_filled=True):
            found = _mend_index(client, index_name(target.number), part)
            drift = found if target.state == TargetState.LIVE else drift
    counts = {"behind": len(drift.behind), "ahead": len(drift.ahead), "orphans": len(drift.orphans)}
    return Sweep.objects.create(part=part, at=at, pages=pages, **counts)


def _mend_index(client: Elasticsearch, index: str, part: int | None) -> Drift:
    drift = reconcile(client, index, part)
    repair(client, index, drift)
    return drift


def _tidy(*, at: datetime) -> None:
    Sweep.objects.filter(at__lt=at - timedelta(days=_HISTORY_DAYS)).delete()
    client = get_client(Role.WRITER)
    if client is not None:
        purge_tombstones(client, at=at)
