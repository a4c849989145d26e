from collections.abc import Mapping
from typing import Any

from django.core.management.base import CommandError, CommandParser
from django.utils import timezone

from search.explaining.explain import explain
from search.explaining.named import NotNamedError, entry_named
from search.form import cleaned
from search.request import SearchRequest
from search.scope import NetworkScope

HELP = "say in Vietnamese why a question finds a page where it does"


def add_arguments(parser: CommandParser) -> None:
    parser.add_argument("query", help="what a reader would type")
    parser.add_argument("page", help="key of the registry entry, or the page's whole address")


def run(options: Mapping[str, Any]) -> str:
    request = SearchRequest(scope=NetworkScope(), text=cleaned(options["query"]), at=timezone.now())
    try:
        entry = entry_named(options["page"])
    except NotNamedError as error:
        raise CommandError(str(error)) from error
    return "\n".join([f"“{request.text}” → {entry.title} ({entry.unit.name})", *explain(request, entry)])
