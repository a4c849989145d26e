"""A changed plan reaches units that exist: what is new appears, what a unit did with its pages stays."""

from collections.abc import Callable
from io import StringIO

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from wagtail.models import GroupCollectionPermission, GroupPagePermission, Page, PageLogEntry

from sites.appearance.law import REQUIRED
from sites.consultations.models import ConsultationsPage
from sites.disclosures.models import DisclosuresPage
from sites.models import HomePage, SectionPage, StandardPage
from sites.people.models import ContactPage, PeoplePage
from sites.questions.models import QuestionsPage
from sites.starter import roll_out as module
from sites.starter import views
from sites.starter.admin_search import index_first_pages
from sites.starter.first_plans import FIRST_PLANS
from sites.starter.grants import missing_grants
from sites.starter.plans import PLANS, plan_of
from sites.starter.roll_out import dry_run, roll_out, roll_out_to, sites_behind
from sites.starter.tasks import roll_out_everywhere
from tenants.units.actions.set_status import set_status
from tenants.units.context import use_site
from tenants.units.models import Kind, Role, StarterState, UnitSite
from tenants.units.models.kind import SiteTemplate
from tenants.units.statuses import UnitStatus
from tests.support.network import PASSWORD, site_of

CONSOLE = "/quan-tri/mau-trang/"
# Menus and plans of weeks: of those kinds of school alone that eat or plan so (TT 09/2024 Đ15).
PLANS_OF_PERIODS = {"periodplanspage"}

pytestmark = pytest.mark.django_db


@pytest.fixture
def old_tree(an_binh: UnitSite) -> UnitSite:
    """An Bình as units were before records were kept: the first plan's pages, a contact text, fewer rights."""
    StarterState.objects.filter(site=an_binh).delete()
    first = FIRST_PLANS[SiteTemplate.SCHOOL]
    with use_site(an_binh):
        for page in Page.objects.filter(depth__gt=3).order_by("-path"):
            page.delete()
        for page in Page.objects.filter(depth=3):
            if page.slug not in first or page.slug == "lien-he":
                page.delete()
        home = HomePage.objects.get()
        home.add_child(instance=StandardPage(title="Liên hệ", slug="lien-he", summary="Viết tay."))
        Permission.objects.get(codename="add_official").group_set.clear()
        GroupPagePermission.objects.filter(group__name=Role.APPROVER, permission__codename="lock_page").delete()
        GroupCollectionPermission.objects.filter(group__name=Role.EDITOR).delete()
    return site_of("th-an-binh")


def tree(site: UnitSite) -> list[tuple[int, str, str, str, bool]]:
    with use_site(site):
        return list(Page.objects.order_by("path").values_list("pk", "title", "slug", "path", "live"))


def bring(site: UnitSite) -> list[str]:
    return roll_out_to(site, at=timezone.now()).words


def test_new_units_are_at_the_plan(an_binh) -> None:
    assert sites_behind() == []
    state = StarterState.objects.get(site=an_binh)
    assert "gioi-thieu/lanh-dao" in state.pages


@pytest.mark.parametrize("kind", ["so", "xa", "thpt", "mam-non", "phong-gd"])
def test_keys_of_a_plan_are_its_own(kind: str, db) -> None:
    keys = [placed.key for placed in plan_of(Kind.objects.get(pk=kind))]
    assert keys
    assert len(keys) == len(set(keys))
    assert all(len(key) <= 200 for key in keys)


def test_first_pages_stand_where_treebeard_would_put_them(an_binh: UnitSite) -> None:
    with use_site(an_binh):
        assert Page.find_problems() == ([], [], [], [], [])
        home = HomePage.objects.get()
        assert [page.url_path for page in home.get_children()[:2]] == ["/trang-chu/gioi-thieu/", "/trang-chu/tin-tuc/"]
        about = home.get_first_child()
        assert {page.numchild for page in about.get_children()} == {0}
        assert PageLogEntry.objects.filter(page=about.pk, action="wagtail.create").count() == 1
        index_first_pages.func()
        assert Page.objects.all().autocomplete("co cau to chuc").count() == 1


def test_sites_start_with_every_section_the_law_requires(db: None) -> None:
    missing = []
    for kind in Kind.objects.exclude(site_template=SiteTemplate.NONE):
        pages = [placed.planned for placed in plan_of(kind) if not placed.above]
        names = {
            name for page in pages for name in (page.fields.get("key"), page.page_class._meta.model_name, page.slug)
        }
        missing += [
            (kind.pk, requirement.names)
            for requirement in REQUIRED[kind.site_template]
            if not requirement.names & names and requirement.names != PLANS_OF_PERIODS
        ]
    assert missing == []


@pytest.mark.parametrize("template", PLANS)
def test_first_plans_name_pages_of_the_plan(template: str) -> None:
    assert FIRST_PLANS[template] <= {planned.slug for planned in PLANS[template]}


def test_old_unit_gets_the_sections_made_since(old_tree) -> None:
    assert [site.pk for site in sites_behind()] == [old_tree.pk]
    words = bring(old_tree)
    assert "Chuyên mục, trang: Công khai" in words
    assert "Trang cần điền: Lịch sử nhà trường" in words
    with use_site(old_tree):
        assert DisclosuresPage.objects.live().exists()
        assert QuestionsPage.objects.live().exists()
        leaders = PeoplePage.objects.get(shows="leaders")
        assert leaders.url_path.endswith("/gioi-thieu/lanh-dao/")
        assert not StandardPage.objects.get(slug="lich-su").live
        assert not ContactPage.objects.exists(), "its own contact page stands for the new one"
        assert missing_grants() == []
        assert Group.objects.get(name=Role.EDITOR).permissions.filter(codename="add_official").exists()
    assert sites_behind() == []


def test_what_is_there_is_not_touched(old_tree) -> None:
    before = tree(old_tree)
    bring(old_tree)
    after = tree(old_tree)
    assert [row for row in after if row[0] in {old[0] for old in before}] == before


def test_dry_run_says_the_same_and_writes_nothing(old_tree) -> None:
    before = tree(old_tree)
    promised = dry_run(old_tree).words
    assert tree(old_tree) == before
    assert not StarterState.objects.filter(site=old_tree).exists()
    assert bring(old_tree) == promised


def test_second_time_nothing_happens(old_tree) -> None:
    bring(old_tree)
    before = tree(old_tree)
    assert bring(old_tree) == []
    assert tree(old_tree) == before


def test_deleted_moved_and_renamed_pages_do_not_come_back(old_tree) -> None:
    bring(old_tree)
    with use_site(old_tree):
        Page.objects.get(slug="hoi-dap").delete()
        Page.objects.get(slug="lanh-dao").move(HomePage.objects.get(), pos="last-child")
        Page.objects.filter(slug="cong-khai").update(title="Ba công khai", slug="ba-cong-khai")
    before = tree(old_tree)
    StarterState.objects.filter(site=old_tree).update(digest="of an older plan")
    assert bring(old_tree) == []
    assert tree(old_tree) == before


def test_page_the_unit_made_itself_counts_as_received(old_tree) -> None:
    with use_site(old_tree):
        HomePage.objects.get().add_child(instance=QuestionsPage(title="Hỏi nhà trường", slug="hoi-nha-truong"))
    assert "Chuyên mục, trang: Hỏi – Đáp" not in bring(old_tree)
    with use_site(old_tree):
        assert QuestionsPage.objects.get().title == "Hỏi nhà trường"


def test_taken_address_gives_the_new_page_one_of_its_own(old_tree) -> None:
    with use_site(old_tree):
        HomePage.objects.get().add_child(instance=SectionPage(title="Công khai cũ", slug="cong-khai"))
    bring(old_tree)
    with use_site(old_tree):
        assert DisclosuresPage.objects.get().slug.startswith("cong-khai-")
        assert SectionPage.objects.get(slug="cong-khai").title == "Công khai cũ"


def test_page_below_one_the_unit_removed_is_left_out_in_words(old_tree) -> None:
    with use_site(old_tree):
        StandardPage.objects.get(slug="gioi-thieu").delete()
    words = bring(old_tree)
    assert "Không thêm “Lãnh đạo nhà trường”: đơn vị đã bỏ trang đứng trên nó." in words
    with use_site(old_tree):
        assert not PeoplePage.objects.exists()
    assert sites_behind() == []


def test_readers_see_the_new_section_at_once(old_tree, visitor: Callable[[str], Client]) -> None:
    reader = visitor("th-an-binh")
    assert "/cong-khai/" not in reader.get("/").text
    bring(old_tree)
    assert "/cong-khai/" in reader.get("/").text
    assert reader.get("/gioi-thieu/lich-su/").status_code == 404


def test_unit_that_fails_is_as_before_and_the_rest_goes_on(old_tree, phu_hoa, monkeypatch) -> None:
    StarterState.objects.filter(site=phu_hoa).delete()
    before = tree(old_tree)
    give = module.deliver

    def fail_at_an_binh(delivery, *, kind, at) -> None:
        give(delivery, kind=kind, at=at)
        if delivery.pages:
            raise RuntimeError("the disk is full")

    monkeypatch.setattr(module, "deliver", fail_at_an_binh)
    outcomes = list(roll_out(clock=timezone.now))
    assert [(outcome.site.pk, bool(outcome.error)) for outcome in outcomes] == [
        (old_tree.pk, True),
        (phu_hoa.pk, False),
    ]
    assert tree(old_tree) == before
    assert "the disk is full" in StarterState.objects.get(site=old_tree).error
    monkeypatch.setattr(module, "deliver", give)
    assert [outcome.site.pk for outcome in roll_out(clock=timezone.now)] == [old_tree.pk]
    assert StarterState.objects.get(site=old_tree).error == ""


def test_stopped_half_way_the_next_run_goes_on(old_tree, phu_hoa) -> None:
    StarterState.objects.filter(site=phu_hoa).delete()
    next(roll_out(clock=timezone.now))
    assert [site.pk for site in sites_behind()] == [phu_hoa.pk]


def test_closed_unit_stays_as_it_was(old_tree) -> None:
    set_status(
        unit=old_tree.unit, status=UnitStatus.CLOSED, reason="Đã sáp nhập vào trường khác.", by=None, at=timezone.now()
    )
    assert sites_behind() == []


def test_portal_without_a_section_gets_it_back_only_if_it_never_had_it(portal) -> None:
    with use_site(portal):
        ConsultationsPage.objects.get().delete()
    StarterState.objects.filter(site=portal).delete()
    assert bring(portal) == ["Chuyên mục, trang: Góp ý dự thảo"]
    with use_site(portal):
        ConsultationsPage.objects.get().delete()
    StarterState.objects.filter(site=portal).update(digest="")
    assert bring(portal) == []


def test_command_reads_first_and_writes_when_told(old_tree) -> None:
    told = StringIO()
    call_command("roll_out", stdout=told)
    assert "1/1 Trường Tiểu học An Bình" in told.getvalue()
    assert "Đọc thử 1 đơn vị." in told.getvalue()
    assert sites_behind() != []
    call_command("roll_out", "--apply", stdout=told)
    assert "Đã đưa mẫu tới 1 đơn vị." in told.getvalue()
    assert sites_behind() == []


def test_command_says_what_failed(old_tree, monkeypatch) -> None:
    def fail(delivery, *, kind, at) -> None:
        raise RuntimeError("no")

    monkeypatch.setattr(module, "deliver", fail)
    with pytest.raises(CommandError, match="1 đơn vị chưa đưa được và vẫn như cũ"):
        call_command("roll_out", "--apply", stdout=StringIO(), stderr=StringIO())


@pytest.fixture
def console(db: None) -> Client:
    client = Client(headers={"host": "console.localhost"})
    client.post("/quan-tri/dang-nhap/", {"email": "sang@vanhanh.example", "password": PASSWORD})
    return client


def test_console_reads_every_unit_on_trial_page_by_page(console, monkeypatch) -> None:
    StarterState.objects.update(digest="")
    monkeypatch.setattr(views, "DRY_RUN_UNITS", 1)
    named = [site.unit.name for site in sites_behind()]
    for number, name in enumerate(named, start=1):
        trial = console.get(f"{CONSOLE}?doc-thu=1&trang={number}").text
        assert f"<strong>{name}</strong>" in trial
        assert f"Đơn vị thứ {number} đến {number} trong {len(named)} đơn vị." in trial
    assert 'rel="prev"' in trial


def test_console_shows_what_would_come_and_how_far_it_is(console, old_tree) -> None:
    page = console.get(CONSOLE).text
    assert "1 trong 3 đơn vị chưa có mẫu trang mới nhất." in page
    assert "Chuyên mục, trang: Công khai" in console.get(f"{CONSOLE}?doc-thu=1").text
    assert sites_behind() != []
    for _ in range(2):  # a double click
        console.post(f"{CONSOLE}dua-xuong/")
    assert DBTaskResult.objects.filter(task_path=roll_out_everywhere.module_path).count() == 1
    assert "Đang đưa mẫu trang: 2 trong 3 đơn vị đã xong." in console.get(CONSOLE).text
    roll_out_everywhere.func()
    DBTaskResult.objects.all().delete()
    page = console.get(CONSOLE).text
    assert "Cả 3 đơn vị đang hoạt động đều có mẫu trang mới nhất." in page
    assert "Chuyên mục, trang: Công khai" in page


def test_console_shows_a_failure_with_its_unit(console, old_tree, monkeypatch) -> None:
    def fail(delivery, *, kind, at) -> None:
        raise RuntimeError("<no>")

    monkeypatch.setattr(module, "deliver", fail)
    list(roll_out(clock=timezone.now))
    page = console.get(CONSOLE).text
    assert "Chưa đưa được" in page
    assert "RuntimeError: &lt;no&gt;" in page
