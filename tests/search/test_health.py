"""What operators see of the search and what Prometheus reads."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from core.identity.models import Identity
from search.health.figures import NodeState, read_health
from search.models import IndexTarget, Sweep, Tally
from tenants.registry.actions.record_published import record_published
from tenants.registry.models import DeadRow, OutboxRow
from tests.support.network import PASSWORD
from tests.tenants.registry.documents import NOON, document

PAGE = "/quan-tri/tim-kiem/"


@pytest.fixture
def anonymous() -> Client:
    return Client(headers={"host": "console.localhost"})


@pytest.fixture
def operator(db: None, anonymous: Client) -> Client:
    anonymous.post("/quan-tri/dang-nhap/", {"email": "sang@vanhanh.example", "password": PASSWORD})
    return anonymous


@pytest.fixture
def publish(an_binh) -> Callable:
    OutboxRow.objects.all().delete()
    return lambda number, title: record_published(unit=an_binh.unit, document=document(number, title), at=NOON)


def text_of(answer) -> str:
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode()


def test_page_tells_what_is_wrong_and_what_to_do(operator, publish, without_elasticsearch) -> None:
    publish(1, "Trồng cây")
    now = timezone.now()
    OutboxRow.objects.update(created_at=now - timedelta(minutes=12))
    Sweep.objects.create(at=now - timedelta(hours=4), behind=2, part=None)
    IndexTarget.objects.create(
        number=7, state="building", is_filled=False, done=1_500, total=60_000, rate=500, moved_at=now
    )
    IndexTarget.objects.create(
        number=6, state="live", is_filled=False, done=3, total=9, moved_at=now - timedelta(hours=1)
    )
    text = text_of(operator.get(PAGE))
    for sentence in (
        "tìm kiếm chạy bằng cơ sở dữ liệu",
        "Có thay đổi chờ quá 5 phút",
        "thấy 2 chỗ lệch",
        "Đã lâu chưa đối chiếu",
        "Đã ghi 1.500 trên 60.000 mục, 500 mục mỗi giây, còn khoảng 2 phút.",
        "Dừng ở 3 trên 9 mục.",
        "Không có mục nào bị từ chối.",
    ):
        assert sentence in text, sentence


def test_refused_entries_show_their_error_and_are_sent_again_one_or_all(operator, publish) -> None:
    entries = [publish(number, f"Bài <{number}>") for number in range(3)]
    OutboxRow.objects.all().delete()
    for entry in entries:
        DeadRow.objects.create(entry=entry, version=1, error="mapper_parsing_exception <lạ>")
    text = text_of(operator.get(PAGE))
    assert "Chỉ mục từ chối 3 mục" in text
    assert "mapper_parsing_exception &lt;lạ&gt;" in text
    assert "Bài &lt;1&gt;" in text
    one = f"{PAGE}gui-lai/{entries[1].pk}/"
    assert "đã vào hàng chờ" in text_of(operator.post(one, follow=True))
    assert "đã được gửi lại" in text_of(operator.post(one, follow=True))
    assert list(OutboxRow.objects.values_list("entry", flat=True)) == [entries[1].pk]
    assert "Đã xếp hàng lại 2 mục" in text_of(operator.post(f"{PAGE}gui-lai/", follow=True))
    assert not DeadRow.objects.exists()


def test_metrics_are_for_the_token_and_operators_on_the_consoles_host_alone(
    anonymous, publish, without_elasticsearch, settings
) -> None:
    publish(1, "Trồng cây")
    Tally.objects.add(bulk_429=3, bulk_409=0)
    Tally.objects.add(bulk_429=2)
    Sweep.objects.create(part=None, ahead=4)
    assert anonymous.get("/metrics").status_code == 404
    assert anonymous.get("/metrics", headers={"authorization": "Bearer "}).status_code == 404
    settings.METRICS_TOKEN = "đủ dài và bí mật"
    assert anonymous.get("/metrics", headers={"authorization": "Bearer sai"}).status_code == 404
    scraper = {"authorization": f"Bearer {settings.METRICS_TOKEN}"}
    answer = anonymous.get("/metrics", headers=scraper)
    lines = text_of(answer).splitlines()
    assert answer["content-type"].startswith("text/plain; version=0.0.4")
    assert "lien_thong_search_outbox_rows 1.0" in lines
    assert "lien_thong_search_drift_docs 4.0" in lines
    assert 'lien_thong_search_bulk_answers_total{status="429"} 5.0' in lines
    assert "lien_thong_search_node_up 0.0" in lines
    assert any(line.startswith('lien_thong_search_seconds{quantile="0.95"}') for line in lines)
    assert Client(headers={"host": "th-an-binh.localhost", **scraper}).get("/metrics/").status_code == 404


def test_operator_reads_metrics_until_the_right_ends(operator, without_elasticsearch) -> None:
    assert operator.get("/metrics").status_code == 200
    Identity.objects.filter(email="sang@vanhanh.example").update(is_operator=False)
    for path in ("/metrics", PAGE):
        assert operator.get(path).status_code == 404
    assert operator.post(f"{PAGE}gui-lai/").status_code == 404


@pytest.mark.elasticsearch
def test_state_of_the_node_is_told_apart(node, live_index, settings) -> None:
    at = timezone.now()
    assert read_health(at=at).node is NodeState.OK
    node.indices.put_settings(index=live_index, settings={"index.blocks.read_only_allow_delete": True})
    assert read_health(at=at).node is NodeState.LOCKED
    node.indices.put_settings(index=live_index, settings={"index.blocks.read_only_allow_delete": None})
    node.indices.put_mapping(index=live_index, meta={"digest": "older"})
    assert read_health(at=at).node is NodeState.OUTDATED
    node.indices.delete(index=live_index)
    assert read_health(at=at).node is NodeState.NO_INDEX
