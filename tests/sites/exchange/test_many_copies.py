"""A unit with many posts on the portal is suspended and comes back: as many queries as for one with few."""

from copy import copy
from datetime import UTC, datetime
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from core.media.models import UnitImage
from search.publishing import record_unit
from sites.exchange.follow_unit import follow_unit_status
from sites.models import GoneAddress, RepublishedPage
from tenants.exchange.models import Submission
from tenants.registry.actions.record_unit_changed import record_unit_changed
from tenants.registry.models import Entry, EntryState, OutboxRow
from tenants.units.context import use_site
from tenants.units.models import UnitSite
from tenants.units.statuses import UnitStatus
from tests.core.media.conftest import make_image
from tests.factories.copies import add_copies
from tests.factories.exchange import publish_post, send_post

AT = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)


@pytest.fixture
def published(an_binh: UnitSite, portal: UnitSite) -> Submission:
    with use_site(an_binh):
        image = make_image()
    body = [{"type": "image", "value": {"image": {"image": image.pk, "alt_text": "Lễ", "decorative": False}}}]
    submission = send_post(an_binh, "minh@anbinh.example", body=body)
    publish_post(submission, portal)
    submission.refresh_from_db()
    return submission


def multiply(submission: Submission, portal: UnitSite, count: int) -> None:
    with use_site(portal):
        own = RepublishedPage.objects.filter(pk=submission.portal_page_id)
        own.update(submission_uuid=None)  # one of its kind: the copies have none
        page = own.get()
        add_copies(page, count)
        own.update(submission_uuid=submission.uuid)
        keys = RepublishedPage.objects.exclude(pk=page.pk).values_list("pk", flat=True)
        rows = [copy(submission) for _key in keys]
        for row, key in zip(rows, keys, strict=True):
            row.pk, row.uuid, row.page_id, row.portal_page_id = None, uuid4(), key + 10_000, key
    Submission.objects.bulk_create(rows)


def rest(site: UnitSite, status: UnitStatus) -> int:
    """Give the unit the status; return how many queries the copies cost."""
    site.unit.status = status
    site.unit.save()
    with CaptureQueriesContext(connection) as queries:
        follow_unit_status(unit=site.unit, at=AT)
    return len(queries)


def live_copies(portal: UnitSite) -> int:
    with use_site(portal):
        return RepublishedPage.objects.live().count()


def entries(portal: UnitSite) -> dict[str, int]:
    states = Entry.objects.filter(unit=portal.unit, object_type="republished").values_list("state", flat=True)
    return {state: list(states).count(state) for state in states}


def test_forty_copies_cost_no_more_queries_than_one(published, an_binh, portal) -> None:
    one = [rest(an_binh, UnitStatus.SUSPENDED), rest(an_binh, UnitStatus.ACTIVE)]
    multiply(published, portal, 39)
    outbox = OutboxRow.objects.count()
    hide = rest(an_binh, UnitStatus.SUSPENDED)
    assert (live_copies(portal), entries(portal)) == (0, {EntryState.HIDDEN: 40})
    with use_site(portal):
        assert GoneAddress.objects.filter(gone_at=AT).count() == 40
        assert not UnitImage.objects.get().is_public
    assert OutboxRow.objects.count() == outbox + 40
    show = rest(an_binh, UnitStatus.ACTIVE)
    assert (live_copies(portal), entries(portal)) == (40, {EntryState.LIVE: 40})
    with use_site(portal):
        assert not GoneAddress.objects.exists()
        assert UnitImage.objects.get().is_public
    assert [hide, show] == one


def test_a_change_of_the_portal_wakes_no_copy_of_a_suspended_unit(published, an_binh, portal) -> None:
    rest(an_binh, UnitStatus.SUSPENDED)
    record_unit_changed(unit=portal.unit, at=timezone.now())
    assert entries(portal) == {EntryState.HIDDEN: 1}


def test_a_copy_whose_entry_was_cleared_meanwhile_is_found_again(published, an_binh, portal) -> None:
    rest(an_binh, UnitStatus.SUSPENDED)
    with use_site(portal):
        record_unit(at=timezone.now())
    assert entries(portal) == {EntryState.GONE: 1}
    rest(an_binh, UnitStatus.ACTIVE)
    entry = Entry.objects.live().get(unit=portal.unit, object_type="republished")
    assert entry.title == published.title


def test_a_copy_that_expired_by_itself_does_not_come_back_with_its_unit(published, an_binh, portal) -> None:
    with use_site(portal):
        RepublishedPage.objects.update(live=False, expired=True)
    rest(an_binh, UnitStatus.SUSPENDED)
    rest(an_binh, UnitStatus.ACTIVE)
    assert live_copies(portal) == 0


def test_what_comes_back_is_stored_as_it_was(published, an_binh, portal) -> None:
    before = Entry.objects.get(unit=portal.unit, object_type="republished")
    rest(an_binh, UnitStatus.SUSPENDED)
    rest(an_binh, UnitStatus.ACTIVE)
    after = Entry.objects.get(pk=before.pk)
    assert (after.document, after.title, after.path) == (before.document, before.title, before.path)
    assert after.version > before.version
