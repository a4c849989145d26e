"""What waits and what gave up, and running it again."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from core.tasks.models import Attempt
from tenants.memberships.tasks import mail_reset
from tenants.registry.models import Entry, OutboxRow
from tenants.units.models import Unit

QUEUE = "/quan-tri/viec-nen/"


@pytest.fixture(autouse=True)
def idle(db) -> None:
    """What making the network left in the queues is done."""
    DBTaskResult.objects.all().delete()
    OutboxRow.objects.all().delete()


@pytest.fixture
def dead_task(db) -> Attempt:
    mail_reset.enqueue("lan@anbinh.example")
    attempt = Attempt.objects.get()
    attempt.is_dead, attempt.attempts, attempt.last_error = True, 6, "SMTPServerDisconnected: <mất mạng>"
    attempt.save()
    DBTaskResult.objects.filter(pk=attempt.task_id).update(status="FAILED", finished_at=timezone.now())
    return attempt


@pytest.fixture
def entry(db) -> Entry:
    return Entry.objects.create(
        unit=Unit.objects.get(code="th-an-binh"),
        object_type="article",
        object_id=987_654,
        locale="vi",
        path="/tin-tuc/cay/",
        title="Trồng cây",
        unit_kind="tieu-hoc",
        published_at=timezone.now(),
        changed_at=timezone.now(),
    )


def text_of(answer) -> str:
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode()


def test_an_idle_network_says_so(console) -> None:
    text = text_of(console().get(QUEUE))
    assert "Mọi việc chạy đều" in text
    assert "Không có việc nào đang chờ" in text


def test_what_waits_too_long_is_told_first(console) -> None:
    mail_reset.enqueue("lan@anbinh.example")
    DBTaskResult.objects.update(enqueued_at=timezone.now() - timedelta(minutes=12))
    text = text_of(console().get(QUEUE))
    assert "Có việc chờ quá 5 phút" in text
    assert "12 phút" in text


def test_a_dead_task_shows_its_error_and_runs_again_once(console, dead_task) -> None:
    client = console()
    text = text_of(client.get(QUEUE))
    assert "Có 1 việc đã dừng hẳn" in text
    assert "SMTPServerDisconnected: &lt;mất mạng&gt;" in text
    again = f"{QUEUE}{dead_task.task_id}/chay-lai/"
    assert "Việc đã vào hàng chờ" in text_of(client.post(again, follow=True))
    assert "đã được cho chạy lại" in text_of(client.post(again, follow=True))
    dead_task.refresh_from_db()
    assert (dead_task.is_dead, dead_task.attempts, dead_task.task.status) == (False, 0, "READY")


def test_the_console_counts_in_vietnamese_for_every_browser(console, entry) -> None:
    rows = [OutboxRow(entry=entry, version=number, operation="U") for number in range(1_234)]
    OutboxRow.objects.bulk_create(rows)
    assert "1.234" in text_of(console().get(QUEUE, headers={"accept-language": "en"}))


def test_only_operators_see_and_act(console, sang) -> None:
    client = console()
    sang.is_operator = False
    sang.save()
    assert client.get(QUEUE).status_code == 404
