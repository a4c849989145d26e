"""One bulk request and what became of each of its items."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import Any, cast

import orjson
from elasticsearch import ApiError, Elasticsearch, TransportError

from search.client import write_alias
from search.index.release import fields_taken, forget_fields

# Elasticsearch gives its in-flight requests a tenth of the heap; a small node has 512 MB.
MAX_BYTES = 4_000_000
_REMOVED_AT_ONCE = 1_000
_TOO_LARGE, _BAD_REQUEST, _FORBIDDEN, _CONFLICT = 413, 400, 403, 409
_NOT_FOUND, _TOO_MANY, _SERVER = 404, 429, 500


class Outcome(IntEnum):
    """DONE: the index holds this version or a later one. RETRY: it could not now. DEAD: it never will, as it is.

    The greater is the worse, for an entry that is written to several indices.
    """

    DONE = 0
    RETRY = 1
    DEAD = 2


@dataclass(frozen=True, slots=True)
class Action:
    """One document in its version, as search.index.wire built it. Versions decide, not the order of arrival."""

    identifier: str
    version: int
    source: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Result:
    """status: of HTTP, as the node gave it for this item or for the whole request."""

    outcome: Outcome
    error: str = ""
    status: int = 200


class NodeError(Exception):
    """The node could not be asked: nothing is known about any item."""


class IndexMissingError(NodeError):
    """The node answers but has no such index: it lost its data, or the index was dropped a moment ago."""


def send(client: Elasticsearch, index: str, actions: Sequence[Action]) -> list[Result]:
    """Write the documents to one concrete index; return one result an action, in order.

    Safe to repeat: writes carry external versions and an equal or older one counts as done. A request refused whole is
    halved until the culprit stands alone. An index of another release gets the fields it knows. Raise NodeError when
    the node is away, IndexMissingError without the index.
    """
    try:
        taken = fields_taken(client, index)
    except (ApiError, TransportError) as error:
        raise NodeError(str(error)) from error
    results: list[Result] = []
    for lines in _split(index, [_fit(action, taken) for action in actions]):
        results += _send_lines(client, lines)
    return results


def remove(client: Elasticsearch, index: str, documents: Sequence[tuple[str, int]]) -> None:
    """Delete documents for good, each by id and the version it has or had; a newer version stays.

    Only for what cannot be written late any more: Elasticsearch forgets the version of a delete after a minute.
    Raise NodeError when the node is away.
    """
    for start in range(0, len(documents), _REMOVED_AT_ONCE):
        operations = [
            {"delete": {"_index": write_alias(index), "_id": identifier, "version": version + 1,
                        "version_type": "external"}}
            for identifier, version in documents[start : start + _REMOVED_AT_ONCE]
        ]  # fmt: skip
        try:
            client.bulk(operations=operations, require_alias=True)
        except (ApiError, TransportError) as error:
            raise NodeError(str(error)) from error


def _fit(action: Action, taken: frozenset[str] | None) -> Action:
    if taken is None:
        return action
    return replace(action, source={name: value for name, value in action.source.items() if name in taken})


# What one action is on the wire: its header and its document.
_Lines = tuple[bytes, bytes]


def _split(index: str, actions: Sequence[Action]) -> list[list[_Lines]]:
    """Return the actions as requests of at most MAX_BYTES each (a larger single document stands alone)."""
    requests: list[list[_Lines]] = []
    size = MAX_BYTES
    for action in actions:
        header = {"_id": action.identifier, "version": action.version, "version_type": "external"}
        lines = orjson.dumps({"index": {"_index": write_alias(index), **header}}), orjson.dumps(action.source)
        weight = len(lines[0]) + len(lines[1])
        if size + weight > MAX_BYTES:
            requests.append([])
            size = 0
        requests[-1].append(lines)
        size += weight
    return requests


def _send_lines(client: Elasticsearch, lines: list[_Lines]) -> list[Result]:
    try:
        # Lines that are encoded already pass through the client's serializer as they are; its types know only mappings.
        operations = cast("list[dict[str, Any]]", [line for pair in lines for line in pair])
        answer = client.bulk(operations=operations, require_alias=True)
    except ApiError as error:
        return _refused_whole(client, lines, error)
    except TransportError as error:
        raise NodeError(str(error)) from error
    return [_judge(item["index"]) for item in answer["items"]]


def _refused_whole(client: Elasticsearch, lines: list[_Lines], error: ApiError) -> list[Result]:
    status = error.meta.status
    if status == _TOO_MANY:
        return [Result(Outcome.RETRY, str(error), status)] * len(lines)
    # A server of another major version refuses the client itself: no document is to blame.
    if status not in {_BAD_REQUEST, _TOO_LARGE} or error.error == "media_type_header_exception":
        raise NodeError(str(error)) from error
    if len(lines) == 1:
        return [Result(Outcome.DEAD, str(error), status)]
    middle = len(lines) // 2
    return _send_lines(client, lines[:middle]) + _send_lines(client, lines[middle:])


def _judge(item: dict[str, Any]) -> Result:
    status = item["status"]
    if status < 300 or status == _CONFLICT:
        return Result(Outcome.DONE, status=status)
    error = f"{item['error']['type']}: {item['error']['reason']}"
    if status == _FORBIDDEN or item["error"]["type"] == "cluster_block_exception":
        # The disk is full, the index locked, the key too weak: nothing is wrong with any document.
        raise NodeError(error)
    if status == _NOT_FOUND:
        forget_fields()
        raise IndexMissingError(error)
    return Result(Outcome.RETRY if status == _TOO_MANY or status >= _SERVER else Outcome.DEAD, error, status)
