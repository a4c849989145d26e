"""Approvers and writers are told in our words, by the queue, with addresses that work."""

from django.core import mail
from django_tasks_db.models import DBTaskResult

from tenants.exchange.models import Notice
from tenants.exchange.notices import mail_notice
from tests.sites.admin.test_publishing import act, submit


def sent_mails() -> list[tuple[str, str]]:
    """Run what was queued, as the worker does, and return address and text of each mail."""
    for row in DBTaskResult.objects.filter(queue_name="mail").order_by("enqueued_at"):
        mail_notice.func(**row.args_kwargs["kwargs"])
    return [(message.to[0], message.body) for message in mail.outbox]


def test_approver_is_told_though_never_logged_in(log_in, an_binh) -> None:
    page, _state = submit(log_in, an_binh)
    notice = Notice.objects.get(unit=an_binh.unit, role="approver")
    assert notice.text == "Trần Thị Thu gửi duyệt bài “Trồng 500 cây xanh ven sông”."
    assert notice.link == f"/quan-tri/pages/{page.pk}/edit/"
    address = f"http://th-an-binh.localhost:8000{notice.link}"
    assert sent_mails() == [("minh@anbinh.example", f"{notice.text}\n\nMở: {address}")]


def test_opening_the_notice_leads_to_the_draft(log_in, an_binh) -> None:
    page, _state = submit(log_in, an_binh)
    minh = log_in("minh@anbinh.example")
    answer = minh.post(f"/quan-tri/thong-bao/{Notice.objects.get().pk}/")
    assert answer["location"] == f"/quan-tri/pages/{page.pk}/edit/"


def test_writer_reads_why_the_draft_came_back(log_in, an_binh) -> None:
    page, state = submit(log_in, an_binh)
    act(log_in("minh@anbinh.example"), page, state, "reject", comment="Thêm tên các em.")
    address, body = sent_mails()[-1]
    assert address == "thu@anbinh.example"
    assert "Lê Văn Minh trả lại bài “Trồng 500 cây xanh ven sông”: Thêm tên các em." in body
    assert f"http://th-an-binh.localhost:8000/quan-tri/pages/{page.pk}/edit/" in body


def test_writer_learns_of_the_publication(log_in, an_binh) -> None:
    page, state = submit(log_in, an_binh)
    act(log_in("minh@anbinh.example"), page, state, "approve")
    assert "Lê Văn Minh đã duyệt và đăng bài" in sent_mails()[-1][1]
    assert all(message.subject == "Thông báo từ Cổng Giáo dục" for message in mail.outbox)
