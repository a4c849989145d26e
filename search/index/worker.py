"""From the outbox to Elasticsearch. Reads `public` only; may be killed at any line and started any number of times."""

import logging
import threading
from collections import Counter
from collections.abc import Iterable

from django.db import InterfaceError, OperationalError, close_old_connections, transaction
from django.db.models.functions import Now
from elasticsearch import ApiError, Elasticsearch, TransportError

from search.breaker import Breaker
from search.client import Role, get_client, index_name
from search.index.backfill import to_action
from search.index.bulk import IndexMissingError, NodeError, Outcome, Result, send
from search.index.lifecycle import ensure
from search.index.settle import settle
from search.models import IndexTarget, Tally
from tenants.registry.models import Entry, OutboxRow

logger = logging.getLogger(__name__)
POLL_SECONDS = 0.5
BATCH_SIZE = 500
_SMALLEST_BATCH = 10
_IDLE_SECONDS = 60.0


class Worker:
    """Delivers outbox rows. One a thread; several processes may work side by side.

    admin: a client that may make an index the node has lost, when the first may only write.
    """

    def __init__(
        self, client: Elasticsearch, breaker: Breaker | None = None, *, admin: Elasticsearch | None = None
    ) -> None:
        self._client, self._admin = client, admin or client
        self._breaker = breaker or Breaker(threshold=1, cool_down=1.0, longest=30.0)
        self._batch_size = BATCH_SIZE
        # What the node answered to the last batch beside "written": counted when the batch has been committed.
        self._answers: Counter[str] = Counter()

    def run_once(self) -> int:
        """Claim one batch, send it, settle it, in one transaction; return how many outbox rows were claimed.

        A node that is away costs nothing: the transaction rolls back, the rows wait, and the breaker keeps the next
        calls from asking too soon. Dying in between rolls back too; what was sent is sent again and counts as done.
        """
        if not self._breaker.allows_call():
            return 0
        try:
            claimed = self._deliver_batch()
        except IndexMissingError:
            ensure(self._admin)
            return 0
        except NodeError as error:
            self._breaker.record_failure()
            logger.warning("node away", extra={"event": "search.node_away", "error": str(error)[:200]})
            return 0
        self._breaker.record_success()
        Tally.objects.add(**self._answers)
        self._answers.clear()
        return claimed

    def drain(self) -> int:
        """Run until nothing is due or the node is away; return how many outbox rows were claimed."""
        total = 0
        while claimed := self.run_once():
            total += claimed
        return total

    def run_forever(self, stop: threading.Event) -> None:
        """Deliver until `stop` is set, looking every POLL_SECONDS; survives a lost node and a lost database."""
        is_ensured = False
        while not stop.is_set():
            try:
                if not is_ensured and self._breaker.allows_call():
                    ensure(self._admin)
                    is_ensured = True
                claimed = self.run_once()
            except (NodeError, ApiError, TransportError, OperationalError, InterfaceError) as error:
                self._breaker.record_failure()
                logger.warning("worker paused", extra={"event": "search.paused", "error": str(error)[:200]})
                close_old_connections()
                claimed = 0
            if not claimed:
                stop.wait(max(POLL_SECONDS, self._breaker.seconds_until_call()))

    @transaction.atomic
    def _deliver_batch(self) -> int:
        rows = list(_claim(self._batch_size))
        if not rows:
            return 0
        newest = list({row.entry_id: row for row in sorted(rows, key=lambda row: row.pk)}.values())
        results = self._send([row.entry for row in newest])
        settle(list(zip(newest, results, strict=True)), claimed={row.pk for row in rows})
        self._adapt(any(result.outcome is Outcome.RETRY for result in results))
        return len(rows)

    def _send(self, entries: list[Entry]) -> list[Result]:
        """Write to every target; an entry is done when it is done in all of them."""
        actions = [to_action(entry) for entry in entries]
        # Read after the claim: an index that became a target later is filled from a registry that has these rows.
        targets = list(IndexTarget.objects.values_list("number", flat=True))
        if not targets:
            raise IndexMissingError("no index has been made yet")
        answers = [send(self._client, index_name(number), actions) for number in targets]
        statuses = Counter(result.status for of_index in answers for result in of_index)
        self._answers.update(bulk_409=statuses[409], bulk_429=statuses[429])
        return [max(of_one, key=lambda result: result.outcome.value) for of_one in zip(*answers, strict=True)]

    def _adapt(self, is_refusing: bool) -> None:
        """Halve the batch while the node pushes back, grow it slowly when it does not."""
        if is_refusing:
            self._batch_size = max(_SMALLEST_BATCH, self._batch_size // 2)
        else:
            self._batch_size = min(BATCH_SIZE, self._batch_size + _SMALLEST_BATCH)


def _claim(limit: int) -> Iterable[OutboxRow]:
    """Lock the next due rows, take-downs first, each with its registry entry as it is now."""
    return (
        OutboxRow.objects.select_for_update(skip_locked=True, of=("self",))
        .select_related("entry__unit")
        .defer("entry__folded", "entry__folded_title", "entry__search_vector")
        .filter(next_at__lte=Now())
        .order_by("operation", "id")[:limit]
    )


def run_once() -> int:
    """Deliver one batch with this process's client and a fresh breaker; return how many rows were claimed.

    Without Elasticsearch in the settings nothing will ever read the rows, unless there is an index to come back to.
    """
    client = get_client(Role.WRITER)
    if client is not None:
        return Worker(client).run_once()
    if not IndexTarget.objects.exists():
        OutboxRow.objects.all().delete()
    return 0


def run_forever(stop: threading.Event) -> None:
    """Deliver until `stop` is set; without Elasticsearch in the settings, only keep the outbox from growing."""
    client = get_client(Role.WRITER)
    if client is not None:
        Worker(client, admin=get_client(Role.ADMIN)).run_forever(stop)
    while not stop.is_set():
        run_once()
        stop.wait(_IDLE_SECONDS)
