"""How the search stands: what the console shows and the metrics say. Reads `public` and asks the node two things."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from django.db.models import Count, Min, Q
from django.utils import timezone
from elasticsearch import ApiError, Elasticsearch, TransportError, UnsupportedProductError

from search.client import alias_name, get_client, index_name
from search.index.release import is_current
from search.models import IndexTarget, Sweep, Tally, TargetState
from search.querylog.figures import Figures, figures
from tenants.registry.models import DeadRow, OutboxRow

# A page of the console must not wait for a node that is away.
_NODE_SECONDS = 2.0
_BLOCKS = ("read_only", "read_only_allow_delete", "write")


class NodeState(StrEnum):
    """none: no address in the settings. foreign: something answers that this client does not work with. locked: the
    index takes no writes, mostly because the disk is full. outdated: readers search an index of another release."""

    NONE = "none"
    AWAY = "away"
    FOREIGN = "foreign"
    NO_INDEX = "no_index"
    LOCKED = "locked"
    OUTDATED = "outdated"
    OK = "ok"


@dataclass(frozen=True, slots=True)
class Health:
    """oldest: since when the oldest change waits. drift: documents, at the last comparison. sweep: that comparison.

    questions: of today and yesterday. conflicts, pushed_back: answers 409 and 429 of the bulk interface, ever.
    """

    node: NodeState
    node_says: str
    outbox_rows: int
    retried: int
    oldest: datetime | None
    dead: int
    drift: int
    sweep: Sweep | None
    targets: list[IndexTarget]
    questions: Figures
    conflicts: int
    pushed_back: int

    def oldest_seconds(self, at: datetime) -> float:
        return (at - self.oldest).total_seconds() if self.oldest else 0.0


def read_health(*, at: datetime) -> Health:
    """Nine queries, and at most four short requests to the node."""
    outbox = OutboxRow.objects.aggregate(
        rows=Count("pk"), retried=Count("pk", filter=Q(attempts__gt=0)), oldest=Min("created_at")
    )
    tallies = dict(Tally.objects.values_list("name", "value"))
    targets = list(IndexTarget.objects.order_by("-number"))
    node, says = _ask_node(targets)
    return Health(
        node=node,
        node_says=says,
        outbox_rows=outbox["rows"],
        retried=outbox["retried"],
        oldest=outbox["oldest"],
        dead=DeadRow.objects.count(),
        drift=Sweep.objects.drift(),
        sweep=Sweep.objects.order_by("-pk").first(),
        targets=targets,
        questions=figures(timezone.localdate(at) - timedelta(days=1)),
        conflicts=tallies.get("bulk_409", 0),
        pushed_back=tallies.get("bulk_429", 0),
    )


def _ask_node(targets: list[IndexTarget]) -> tuple[NodeState, str]:
    client = get_client()
    if client is None:
        return NodeState.NONE, ""
    patient = client.options(request_timeout=_NODE_SECONDS)
    try:
        version = patient.info()["version"]["number"]
        return _state_of_index(patient, targets), version
    except UnsupportedProductError as error:
        return NodeState.FOREIGN, str(error)
    except ApiError as error:
        # A server of another major version refuses the media type before anything else.
        is_foreign = error.meta.status in {400, 406} and "media" in str(error).lower()
        return (NodeState.FOREIGN if is_foreign else NodeState.AWAY), str(error)
    except TransportError as error:
        return NodeState.AWAY, str(error)


def _state_of_index(client: Elasticsearch, targets: list[IndexTarget]) -> NodeState:
    live = next((index_name(target.number) for target in targets if target.state == TargetState.LIVE), None)
    if live is None or not client.indices.exists_alias(name=alias_name(), index=live):
        return NodeState.NO_INDEX
    settings = client.indices.get_settings(index=live, flat_settings=True)[live]["settings"]
    if any(settings.get(f"index.blocks.{block}") == "true" for block in _BLOCKS):
        return NodeState.LOCKED
    return NodeState.OK if is_current(client, live) else NodeState.OUTDATED
