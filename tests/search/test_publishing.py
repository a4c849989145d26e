"""Wagtail's events on one side, what readers may find on the other. No Elasticsearch here: the registry decides."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from search.publishing import record_page, record_unit
from sites.models import ArticlePage, SectionPage, StandardPage
from tenants.registry.models import Entry, EntryState, OutboxRow
from tenants.units.context import use_site


@pytest.fixture
def site(an_binh):
    with use_site(an_binh):
        yield an_binh


@pytest.fixture
def section(site) -> SectionPage:
    return SectionPage.objects.first()


def publish(parent: Page, title: str = "Ngày hội đọc sách", **fields) -> ArticlePage:
    page = ArticlePage(title=title, live=False, **fields)
    parent.add_child(instance=page)
    page.save_revision().publish()
    page.refresh_from_db()
    return page


def live_titles() -> set[str]:
    return set(Entry.objects.live().values_list("title", flat=True))


def test_published_article_is_entered_with_its_words_and_address(section, site):
    body = [("paragraph", "<p>Mỗi lớp kể một câu chuyện.</p>"), ("heading", {"text": "Kết quả"})]
    page = publish(section, summary="Tóm tắt ngắn.", body=body)
    entry = Entry.objects.get()
    assert (entry.unit, entry.object_type, entry.object_id) == (site.unit, "article", page.pk)
    assert entry.path == page.get_url_parts()[2]
    assert entry.document["body"] == "Tóm tắt ngắn.\nMỗi lớp kể một câu chuyện.\nKết quả"


def test_draft_never_enters(section):
    page = ArticlePage(title="Bản nháp", live=False)
    section.add_child(instance=page)
    page.save_revision()
    assert not Entry.objects.exists()


def test_draft_change_of_a_live_page_stays_out_until_published(section):
    page = publish(section)
    page.title = "Tên chưa duyệt"
    revision = page.save_revision()
    assert live_titles() == {"Ngày hội đọc sách"}
    revision.publish()
    assert live_titles() == {"Tên chưa duyệt"}


def test_scheduled_page_enters_when_its_time_comes(section):
    page = ArticlePage(title="Hẹn giờ", live=False)
    section.add_child(instance=page)
    page.go_live_at = timezone.now() + timedelta(hours=1)
    page.save_revision().publish()
    assert not Entry.objects.exists()
    page.refresh_from_db()
    page.revisions.update(approved_go_live_at=timezone.now() - timedelta(minutes=1))
    revision = page.latest_revision
    revision.content["go_live_at"] = (timezone.now() - timedelta(minutes=1)).isoformat()
    revision.save()
    call_command("publish_scheduled")
    assert live_titles() == {"Hẹn giờ"}


def test_unpublished_page_is_gone(section):
    publish(section).unpublish()
    assert Entry.objects.get().state == EntryState.GONE


def test_expired_page_is_gone(section):
    page = publish(section)
    ArticlePage.objects.filter(pk=page.pk).update(expire_at=timezone.now() - timedelta(minutes=1))
    call_command("publish_scheduled")
    assert Entry.objects.get().state == EntryState.GONE


def test_deleted_page_is_gone(section):
    publish(section).delete()
    assert Entry.objects.get().state == EntryState.GONE


def test_deleted_section_takes_its_articles_along(section):
    inner = SectionPage(title="Chuyên mục con")
    section.add_child(instance=inner)
    publish(inner, "Một")
    publish(inner, "Hai")
    publish(section, "Ở lại")
    inner.delete()
    assert live_titles() == {"Ở lại"}


def test_unpublished_section_leaves_its_articles_which_readers_still_reach(section):
    publish(section, "Một")
    section.unpublish()
    assert live_titles() == {"Một"}


def test_page_behind_a_password_is_gone_and_comes_back(section):
    page = publish(section)
    restriction = PageViewRestriction.objects.create(
        page=page, restriction_type=PageViewRestriction.PASSWORD, password="x"
    )
    assert Entry.objects.get().state == EntryState.GONE
    restriction.delete()
    assert live_titles() == {page.title}


def test_restricted_section_hides_everything_below(section):
    page = publish(section)
    PageViewRestriction.objects.create(page=section, restriction_type=PageViewRestriction.LOGIN)
    assert Entry.objects.get().state == EntryState.GONE
    page.save_revision().publish()
    assert live_titles() == set()


def test_deleting_a_restricted_page_does_not_bring_it_back(section):
    page = publish(section)
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    page.delete()
    assert live_titles() == set()


def test_moved_page_has_its_new_address(section, site):
    other = SectionPage.objects.exclude(pk=section.pk).first()
    page = publish(section)
    page.move(other, pos="last-child")
    assert Entry.objects.get().path.startswith(other.get_url_parts()[2])


def test_page_moved_under_a_restriction_is_gone(section):
    other = SectionPage.objects.exclude(pk=section.pk).first()
    PageViewRestriction.objects.create(page=other, restriction_type=PageViewRestriction.LOGIN)
    page = publish(section)
    page.move(other, pos="last-child")
    assert live_titles() == set()


def test_new_slug_of_a_section_reaches_the_pages_below_in_the_same_transaction(section):
    publish(section)
    with transaction.atomic():
        section.slug = "chuyen-muc-moi"
        section.save_revision().publish()
        assert "/chuyen-muc-moi/" in Entry.objects.get().path


def test_new_slug_without_publishing_reaches_them_too(section, django_capture_on_commit_callbacks):
    publish(section)
    with django_capture_on_commit_callbacks(execute=True):
        section.slug = "ten-khac"
        section.save()
    assert "/ten-khac/" in Entry.objects.get().path


def test_alias_is_not_taken(section):
    page = publish(section)
    other = SectionPage.objects.exclude(pk=section.pk).first()
    page.create_alias(parent=other)
    page.save_revision().publish()
    assert list(Entry.objects.live().values_list("object_id", flat=True)) == [page.pk]


def test_live_copy_is_taken(section):
    page = publish(section)
    page.copy(update_attrs={"title": "Bản sao", "slug": "ban-sao"})
    assert live_titles() == {page.title, "Bản sao"}


def test_section_itself_is_not_entered(section):
    section.save_revision().publish()
    assert not Entry.objects.exists()


def test_rolled_back_publication_leaves_no_trace(section):
    with transaction.atomic():
        publish(section)
        transaction.set_rollback(True)
    assert not Entry.objects.exists()
    assert not OutboxRow.objects.exists()


def test_publishing_never_needs_elasticsearch(section, settings):
    settings.ELASTICSEARCH_URL = "http://127.0.0.1:9"
    publish(section)
    assert OutboxRow.objects.count() >= 1


def test_twins_in_two_units_stay_apart(section, phu_hoa):
    publish(section, "Bài của An Bình")
    with use_site(phu_hoa):
        publish(SectionPage.objects.get(pk=section.pk), "Bài của Phú Hòa").unpublish()
    assert live_titles() == {"Bài của An Bình"}


def test_rebuilding_a_unit_finds_what_arrived_without_publishing(section, site):
    publish(section, "Bài cũ")
    section.add_child(instance=ArticlePage(title="Nhập từ trang cũ", live=True, first_published_at=timezone.now()))
    lost = publish(section, "Sẽ biến mất")
    Page.objects.filter(pk=lost.pk).update(live=False)
    StandardPage.objects.update(last_published_at=timezone.now())
    record_unit(at=timezone.now())
    assert {"Bài cũ", "Nhập từ trang cũ"} <= live_titles()
    assert "Sẽ biến mất" not in live_titles()


def test_recording_a_page_costs_a_fixed_number_of_queries(section, django_assert_num_queries):
    page = publish(section)
    with django_assert_num_queries(9):
        record_page(page=page, at=timezone.now())
