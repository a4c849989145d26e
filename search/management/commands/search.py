from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from elasticsearch import ApiError, TransportError

from search.index.bulk import NodeError
from search.index.lock import BusyError
from search.index.reindex import ReindexError
from search.management.verbs import load_verbs
from search.models import IndexTarget


class Command(BaseCommand):
    """Care for the index of the network search, and measure it. The verbs live in search/management/verbs."""

    help = __doc__

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._verbs = load_verbs()

    def add_arguments(self, parser: CommandParser) -> None:
        subcommands = parser.add_subparsers(dest="verb", required=True)
        for name, verb in self._verbs.items():
            verb.add_arguments(subcommands.add_parser(name, help=verb.HELP, description=verb.HELP))

    def handle(self, *args: Any, verb: str, **options: Any) -> None:
        try:
            self.stdout.write(self._verbs[verb].run(options))
        except (ApiError, TransportError, NodeError) as error:
            raise CommandError(f"Elasticsearch did not do it: {error}") from error
        except (BusyError, ReindexError, IndexTarget.DoesNotExist) as error:
            raise CommandError(str(error)) from error
