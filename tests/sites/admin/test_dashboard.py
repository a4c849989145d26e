"""The first page after log-in says what is to be done and nothing else."""

import pytest

from sites.admin.dashboard.to_do import to_do
from tenants.exchange.models import Submission
from tenants.units.context import use_site
from tests.factories.exchange import account, send_post
from tests.factories.pages import make_article

HOME = "/quan-tri/"


def home(client) -> str:
    return client.get(HOME).content.decode()


def test_month_without_a_post_is_a_task_for_those_who_send(log_in, an_binh) -> None:
    assert "chưa gửi Sở bài nào. Hạn: hết ngày" in home(log_in("lan@anbinh.example"))
    assert "Chọn bài để gửi" not in home(log_in("thu@anbinh.example")).split("Bài đã gửi Sở")[0]


def test_nothing_to_do_names_what_comes_next(log_in, an_binh) -> None:
    send_post(an_binh, "minh@anbinh.example")
    page = home(log_in("lan@anbinh.example"))
    assert "Thầy cô đã làm xong các việc đến hạn. Việc tiếp theo: gửi Sở ít nhất 1 bài của tháng" in page
    assert "Sở đã nhận bài lúc" in page


def test_stock_panels_are_gone(log_in) -> None:
    page = home(log_in("minh@anbinh.example"))
    assert "w-summary" not in page
    assert "Trường Tiểu học An Bình" in page
    assert "Viết bài" in page


def test_writer_sees_own_drafts_only(log_in, an_binh) -> None:
    thu = account("thu@anbinh.example", an_binh)
    with use_site(an_binh):
        make_article("Nháp của Thu", live=False, owner=thu)
        make_article("Nháp của người khác", live=False)
    page = home(log_in("thu@anbinh.example"))
    assert "Nháp của Thu" in page
    assert "Nháp của người khác" not in page
    assert "Nháp của người khác" in home(log_in("lan@anbinh.example"))


def test_taken_down_post_is_no_draft(log_in, an_binh) -> None:
    submission = send_post(an_binh, "minh@anbinh.example")
    minh = log_in("minh@anbinh.example")
    minh.post(
        f"/quan-tri/go-bai/?id={submission.page_id}&cach=go", {"reason": "other", "words": "Đăng nhầm chuyên mục."}
    )
    assert "Bản nháp (0)" in home(minh)


def test_desk_sees_what_waits_and_no_duty_of_schools(log_in, an_binh) -> None:
    send_post(an_binh, "minh@anbinh.example")
    page = home(log_in("dung@so.example"))
    assert "1 bài mới gửi, chưa ai nhận." in page
    assert "Bài đã gửi Sở" not in page


def test_at_most_seven_lines(an_binh, rf) -> None:
    for number in range(9):
        send_post(an_binh, "minh@anbinh.example", f"Bài số {number}")
    Submission.objects.update(state="changes_requested", words="Thêm ảnh.")
    request = rf.get(HOME)
    request.user = account("minh@anbinh.example", an_binh)
    from django.utils import timezone

    with use_site(an_binh):
        assert len(to_do(request, at=timezone.now())) == 7


@pytest.mark.parametrize("email", ["thu@anbinh.example", "lan@anbinh.example", "minh@anbinh.example"])
def test_dashboard_costs_the_same_with_many_posts(log_in, an_binh, email, django_assert_max_num_queries) -> None:
    for number in range(6):
        send_post(an_binh, "minh@anbinh.example", f"Bài số {number}")
    client = log_in(email)
    client.get(HOME)
    with django_assert_max_num_queries(39):
        client.get(HOME)
