"""The same figures in Prometheus' text format. What each means and when to worry: docs/search.md."""

from datetime import datetime

from prometheus_client import CollectorRegistry, Gauge, generate_latest
from prometheus_client.core import CounterMetricFamily, Metric
from prometheus_client.registry import Collector

from search.health.figures import Health, NodeState


class _Answers(Collector):
    """Counters that workers keep in the database: this process only repeats them."""

    def __init__(self, health: Health) -> None:
        self._counts = {"409": health.conflicts, "429": health.pushed_back}

    def collect(self) -> list[Metric]:
        family = CounterMetricFamily(
            "lien_thong_search_bulk_answers", "Answers of the bulk interface by status", labels=["status"]
        )
        for status, count in self._counts.items():
            family.add_metric([status], count)
        return [family]


def metrics_text(health: Health, *, at: datetime) -> bytes:
    """Return the exposition. Each scrape reads the database: processes share no counters of their own."""
    registry = CollectorRegistry()
    asked = health.questions
    gauges = {
        "outbox_rows": ("Changes the index has yet to hear about", health.outbox_rows),
        "outbox_oldest_seconds": ("Age of the oldest of them", health.oldest_seconds(at)),
        "outbox_retried_rows": ("Of them, refused for the moment at least once", health.retried),
        "dead_rows": ("Entries the index refuses for good", health.dead),
        "drift_docs": ("Documents that differed at the last comparison", health.drift),
        "sweep_age_seconds": (
            "Time since the last comparison",
            (at - health.sweep.at).total_seconds() if health.sweep else float("nan"),
        ),
        "node_up": ("Whether the node answers and takes writes", health.node in {NodeState.OK, NodeState.OUTDATED}),
        "questions": ("Questions of readers today and yesterday", asked.asked),
        "zero_result_ratio": ("Share of them that found nothing", asked.zero_share),
    }
    for name, (text, value) in gauges.items():
        Gauge(f"lien_thong_search_{name}", text, registry=registry).set(value)
    quantiles = Gauge("lien_thong_search_seconds", "Time of a search", ["quantile"], registry=registry)
    for quantile, milliseconds in (("0.5", asked.p50), ("0.95", asked.p95)):
        quantiles.labels(quantile).set(milliseconds / 1000)
    registry.register(_Answers(health))
    return generate_latest(registry)
