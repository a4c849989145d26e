"""By the clock: pages, registry and index are brought in line whatever happened behind their backs."""

from datetime import datetime, timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from search.index.purge import purge_tombstones
from search.index.reconcile import reconcile
from search.index.sweep import sweep_due, sweep_part, sweep_whole
from search.models import IndexTarget, Sweep
from search.models.sweep import PARTS
from search.unit_pages import mend_unit
from sites.models import ArticlePage, SectionPage
from tenants.registry.actions.record_gone import record_gone
from tenants.registry.actions.record_published import record_published
from tenants.registry.models import Entry, EntryState, OutboxRow
from tenants.units.actions.set_status import set_status
from tenants.units.context import use_site
from tenants.units.models import Unit
from tests.search.support import deliver, stored
from tests.tenants.registry.documents import NOON, document

pytestmark = pytest.mark.elasticsearch


@pytest.fixture
def site(an_binh):
    with use_site(an_binh):
        mend_unit(at=timezone.now())
        yield an_binh


@pytest.fixture
def page(site) -> ArticlePage:
    return publish("Ngày hội đọc sách")


def publish(title: str, **fields) -> ArticlePage:
    page = ArticlePage(title=title, live=False, **fields)
    SectionPage.objects.first().add_child(instance=page)
    page.save_revision().publish()
    page.refresh_from_db()
    return page


def entry_of(page: Page) -> Entry:
    return Entry.objects.get(object_type="article", object_id=page.pk)


def test_pages_and_entries_agree_after_everything_that_signals_tell(site, page, node, live_index):
    """Scheduled publishing, expiry, moves, privacy, suspending and closing: nothing is left to be mended."""
    now = timezone.now()
    other = SectionPage(title="Mục khác", live=True)
    site_root = page.get_parent().get_parent()
    site_root.add_child(instance=other)
    publish("Sẽ hết hạn", expire_at=now + timedelta(days=1))
    ArticlePage.objects.filter(title="Sẽ hết hạn").update(expire_at=now - timedelta(minutes=1))
    call_command("publish_scheduled")
    page.move(other, pos="last-child")
    hidden = publish("Chỉ phụ huynh")
    PageViewRestriction.objects.create(page=hidden, restriction_type="login")
    unit = Unit.objects.get(pk=site.unit_id)
    for status in ("suspended", "active", "closed"):
        set_status(unit=unit, status=status, reason="Thử các bước của đơn vị.", by=None, at=now)
        assert mend_unit(at=now) == 0
        deliver(node)
        assert reconcile(node, live_index).differences == 0


@pytest.mark.parametrize(
    "behind_our_back",
    [
        lambda page: ArticlePage.objects.filter(pk=page.pk).update(title="Đổi bằng SQL"),
        lambda page: ArticlePage.objects.filter(pk=page.pk).update(live=False),
        lambda page: Page.objects.filter(pk=page.pk).update(url_path="/trang-chu/muc-moi/bai/"),
        lambda page: Entry.objects.filter(object_id=page.pk).delete(),
        lambda page: ArticlePage.objects.filter(pk=page.pk).update(last_published_at=timezone.now()),
    ],
    ids=["update of titles", "update of live", "moved branch", "lost entry", "lost event"],
)
def test_what_no_signal_tells_is_mended_within_the_day(site, page, node, live_index, behind_our_back):
    deliver(node)
    behind_our_back(page)
    sweep = sweep_part(part=site.unit_id % PARTS, at=timezone.now() + timedelta(hours=1))
    assert (sweep.pages, Sweep.objects.drift()) == (1, 1)
    assert sweep_part(part=site.unit_id % PARTS, at=timezone.now() + timedelta(hours=1)).pages == 0
    deliver(node)
    assert reconcile(node, live_index).differences == 0


def test_part_compares_its_own_units_alone(node, live_index, an_binh, phu_hoa):
    for site in (an_binh, phu_hoa):
        record_published(unit=site.unit, document=document(), at=NOON)
    OutboxRow.objects.all().delete()
    assert an_binh.unit_id % PARTS != phu_hoa.unit_id % PARTS
    mine = Entry.objects.get(unit=an_binh.unit)
    assert reconcile(node, live_index, an_binh.unit_id % PARTS).behind == [mine.pk]
    assert len(reconcile(node, live_index).behind) == 2


def test_each_hour_and_each_night_is_compared_once_however_often_the_worker_starts(node, live_index, monkeypatch):
    monkeypatch.setattr("search.index.sweep.every_unit", lambda reason: iter(()))
    at = datetime(2026, 11, 24, 1, 10, tzinfo=timezone.get_default_timezone())
    parts = []
    for minutes in (0, 10, 60, 100, 130, 60 * 23):
        parts += [sweep.part for sweep in sweep_due(at=at + timedelta(minutes=minutes))]
    # The first night was missed and is made up for; 2 o'clock brings the next.
    assert parts == [None, 1, None, 2, 3, 0]


def test_drift_is_what_the_last_comparisons_found(db):
    Sweep.objects.create(part=3, behind=9)
    assert Sweep.objects.drift() == 9
    Sweep.objects.create(part=None, behind=1, orphans=1)
    Sweep.objects.create(part=4, pages=2)
    assert Sweep.objects.drift() == 4
    Sweep.objects.create(part=None)
    assert Sweep.objects.drift() == 0


def test_old_tombstones_are_purged_everywhere_and_cannot_be_outlived(node, live_index, an_binh):
    unit = an_binh.unit
    old, young, live = (record_published(unit=unit, document=document(number), at=NOON) for number in (1, 2, 3))
    record_gone(unit=unit, object_type="article", object_id=1, at=NOON - timedelta(days=31))
    record_gone(unit=unit, object_type="article", object_id=2, at=NOON)
    assert purge_tombstones(node, at=NOON) == 0  # it still waits in the outbox
    deliver(node)
    IndexTarget.objects.update(is_filled=False)
    assert purge_tombstones(node, at=NOON) == 0  # a filling may have read it before
    IndexTarget.objects.update(is_filled=True)
    assert purge_tombstones(node, at=NOON) == 1
    assert set(Entry.objects.filter(unit=unit).values_list("pk", flat=True)) == {young.pk, live.pk}
    node.indices.refresh(index=live_index)
    assert node.count(index=live_index)["count"] == 2
    assert sweep_whole(at=NOON).differences == 0
    again = record_published(unit=unit, document=document(1), at=NOON)
    deliver(node)
    assert stored(node, live_index, again)["_version"] == again.version > old.version
    assert Entry.objects.filter(state=EntryState.GONE).count() == 1
