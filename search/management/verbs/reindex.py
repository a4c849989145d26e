from collections.abc import Mapping
from typing import Any

from django.core.management.base import CommandParser

from search.index.gate import refuse_worse_ranking
from search.index.lifecycle import abandon
from search.index.reindex import reindex
from search.management.node import required_client
from search.management.progress import print_progress

HELP = "build the index anew beside the live one and swap; goes on where a stopped one was"


def add_arguments(parser: CommandParser) -> None:
    parser.add_argument("--afresh", action="store_true", help="delete what a stopped run has built and begin again")
    parser.add_argument("--no-gate", action="store_true", help="swap even when known titles are found worse")


def run(options: Mapping[str, Any]) -> str:
    client = required_client()
    if options["afresh"]:
        abandon(client)
    gate = None if options["no_gate"] else refuse_worse_ranking
    try:
        index = reindex(client, report=print_progress, gate=gate)
    except KeyboardInterrupt:
        return "\nstopped; readers have the index they had, and `search reindex` goes on from here"
    return f"{index} is live; the former index is kept until `search drop-kept`"
