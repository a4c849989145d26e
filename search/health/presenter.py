from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from search.health.figures import Health
from search.health.problems import problems
from search.models import IndexTarget, TargetState
from tenants.registry.models import DeadRow

DEAD_SHOWN = 100
# A filling writes down its position every second or so; longer without one, nobody is at it.
_STILL_RUNNING = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class HealthView:
    """notices: (tone, sentence), at least one. facts: (label, value). refused: newest first, at most DEAD_SHOWN."""

    notices: list[tuple[str, str]]
    facts: list[tuple[str, str]]
    indices: list[tuple[str, str]]
    refused: list[DeadRow]


def present(health: Health, *, at: datetime) -> HealthView:
    """Return what the console's page shows. One query more than the health itself."""
    fine = [("ok", _("Tìm kiếm chạy đều: không có gì chờ lâu, không có gì lệch, không có gì bị từ chối."))]
    return HealthView(
        notices=list(problems(health, at=at)) or fine,
        facts=list(_facts(health, at)),
        indices=[(f"v{target.number}", _of_target(target, at)) for target in health.targets],
        refused=list(DeadRow.objects.select_related("entry__unit").order_by("-died_at")[:DEAD_SHOWN]),
    )


def _facts(health: Health, at: datetime) -> Iterator[tuple[str, str]]:
    yield _("Máy chủ Elasticsearch"), health.node_says[:300] or "–"
    yield _("Thay đổi chờ gửi"), _number(health.outbox_rows)
    yield _("Chờ lâu nhất"), _("%(count)s giây") % {"count": _number(round(health.oldest_seconds(at)))}
    yield _("Đang thử lại"), _number(health.retried)
    yield _("Bị từ chối"), _number(health.dead)
    yield _("Lệch ở lần đối chiếu gần nhất"), _number(health.drift)
    yield _("Câu hỏi của người đọc, hôm qua và hôm nay"), _number(health.questions.asked)
    yield _("Câu hỏi không có kết quả"), f"{health.questions.zero_share:.1%}".replace(".", ",")
    speed = _("một nửa dưới %(half)s ms, 95%% dưới %(most)s ms")
    yield _("Thời gian trả lời"), speed % {"half": health.questions.p50, "most": health.questions.p95}
    yield _("Bản ghi đã có sẵn (409)"), _number(health.conflicts)
    yield _("Máy chủ bảo chờ (429)"), _number(health.pushed_back)


def _of_target(target: IndexTarget, at: datetime) -> str:
    if target.is_filled:
        return {
            TargetState.LIVE: _("Đang phục vụ người đọc."),
            TargetState.KEPT: _("Giữ lại để có thể quay về: manage.py search roll-back."),
            TargetState.BUILDING: _("Đã đầy đủ, chờ thay: manage.py search reindex."),
        }[TargetState(target.state)]
    far = {"done": _number(target.done), "total": _number(target.total), "rate": _number(round(target.rate))}
    if not target.moved_at or at - target.moved_at > _STILL_RUNNING:
        return _("Dừng ở %(done)s trên %(total)s mục. Chạy manage.py search reindex để làm tiếp.") % far
    minutes = round((target.total - target.done) / target.rate / 60) if target.rate else 0
    sentence = _("Đã ghi %(done)s trên %(total)s mục, %(rate)s mục mỗi giây, còn khoảng %(minutes)s phút.")
    return sentence % {**far, "minutes": _number(minutes)}


def _number(value: int) -> str:
    return f"{value:,}".replace(",", ".")
