"""The nightly check: who is asked, how often, and when a link counts as broken."""

from datetime import UTC, datetime, timedelta

import pytest

from core.outside.outcomes import Outcome
from tenants.links.actions.check_links import HOSTS_AT_ONCE, check_links
from tenants.links.actions.record_links import record_links
from tenants.links.models import OutsideLink
from tenants.links.night import is_night
from tenants.links.queries import links_of_page, pages_with_broken_links
from tenants.units.context import use_site
from tenants.units.models import Unit, UnitSite
from tenants.units.statuses import UnitStatus

pytestmark = pytest.mark.django_db
NIGHT = datetime(2026, 11, 24, 19, 0, tzinfo=UTC)  # two o'clock on the 25th in Vietnam
URL = "https://csdl.vidu.example/"


def record(site: UnitSite, *urls: str, page_id: int = 7) -> None:
    with use_site(site):
        record_links(page_id=page_id, urls=urls)


class Outside:
    """Answers for the whole Internet. asked: what was asked, in any order within a round."""

    def __init__(self, outcome: Outcome = Outcome.ANSWERED) -> None:
        self.outcome, self.asked = outcome, list[str]()

    def __call__(self, url: str) -> Outcome:
        self.asked.append(url)
        return self.outcome


def nights(*outcomes: Outcome) -> None:
    for number, outcome in enumerate(outcomes):
        check_links(at=NIGHT + timedelta(days=number), ask=Outside(outcome))


def row_of(site: UnitSite, url: str = URL) -> OutsideLink:
    return OutsideLink.objects.get(site=site, url=url)


def test_third_failure_in_a_row_makes_a_link_broken(an_binh: UnitSite) -> None:
    record(an_binh, URL)
    nights(Outcome.ANSWERED, Outcome.SILENT, Outcome.SERVER_ERROR)
    assert not row_of(an_binh).is_broken
    nights(Outcome.ANSWERED)
    assert row_of(an_binh).failures == 2  # asked that night already
    check_links(at=NIGHT + timedelta(days=3), ask=Outside(Outcome.NOT_FOUND))
    row = row_of(an_binh)
    assert row.is_broken
    assert (row.outcome, row.answered_at) == (Outcome.NOT_FOUND, NIGHT)
    with use_site(an_binh):
        assert pages_with_broken_links() == {7: 1}


def test_a_good_night_starts_the_count_anew(an_binh: UnitSite) -> None:
    record(an_binh, URL)
    nights(Outcome.SILENT, Outcome.SILENT, Outcome.ANSWERED, Outcome.SILENT, Outcome.SILENT)
    assert row_of(an_binh).failures == 2


def test_one_address_of_two_units_is_asked_once(an_binh: UnitSite, phu_hoa: UnitSite) -> None:
    record(an_binh, URL)
    record(phu_hoa, URL)
    outside = Outside(Outcome.NOT_FOUND)
    check_links(at=NIGHT, ask=outside)
    assert outside.asked == [URL]
    assert [row_of(site).failures for site in (an_binh, phu_hoa)] == [1, 1]


def test_a_round_asks_each_host_once_and_the_next_goes_on(an_binh: UnitSite) -> None:
    record(an_binh, "https://a.example/1", "https://a.example/2", "https://b.example/")
    outside = Outside()
    assert check_links(at=NIGHT, ask=outside) == 2
    assert sorted(outside.asked) == ["https://a.example/1", "https://b.example/"]
    assert check_links(at=NIGHT, ask=outside) == 1
    assert check_links(at=NIGHT, ask=outside) == 0
    assert check_links(at=NIGHT + timedelta(hours=20), ask=outside) == 2


def test_a_round_is_small(an_binh: UnitSite) -> None:
    record(an_binh, *(f"https://m{number}.example/" for number in range(30)))
    assert check_links(at=NIGHT, ask=Outside()) == HOSTS_AT_ONCE


def test_nothing_is_held_against_anybody_when_our_own_line_is_down(an_binh: UnitSite) -> None:
    record(an_binh, *(f"https://m{number}.example/" for number in range(5)))
    nights(Outcome.NO_HOST, Outcome.SILENT)
    assert not OutsideLink.objects.exclude(failures=0).exists()


def test_suspended_units_links_are_not_asked(an_binh: UnitSite) -> None:
    record(an_binh, URL)
    Unit.objects.filter(pk=an_binh.unit_id).update(status=UnitStatus.SUSPENDED)
    assert check_links(at=NIGHT, ask=Outside()) == 0


def test_recording_again_keeps_the_history_of_what_stays(an_binh: UnitSite, phu_hoa: UnitSite) -> None:
    record(an_binh, URL, "https://cu.example/")
    record(phu_hoa, "https://cu.example/")
    nights(Outcome.NOT_FOUND)
    record(an_binh, URL, "https://moi.example/")
    with use_site(an_binh):
        rows = links_of_page(7)
    assert {url: row.failures for url, row in rows.items()} == {URL: 1, "https://moi.example/": 0}
    assert OutsideLink.objects.filter(site=phu_hoa).count() == 1


@pytest.mark.parametrize(("hour", "expected"), [(17, False), (18, True), (21, True), (22, False), (5, False)])
def test_night_is_from_one_to_five_local_time(hour: int, expected: bool) -> None:
    assert is_night(datetime(2026, 11, 24, hour, 30, tzinfo=UTC)) is expected
