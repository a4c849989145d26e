import getpass
from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.core.management.base import CommandError, CommandParser

from search.client import Role, make_client
from search.keys import create_keys

HELP = "make the API keys of readers, workers and this command on a node with security on, and print them"
_VARIABLES = {
    Role.READER: "ELASTICSEARCH_API_KEY",
    Role.WRITER: "ELASTICSEARCH_WRITER_API_KEY",
    Role.ADMIN: "ELASTICSEARCH_ADMIN_API_KEY",
}


def add_arguments(parser: CommandParser) -> None:
    parser.add_argument("user", help="a user of Elasticsearch that may manage API keys; the password is asked for")


def run(options: Mapping[str, Any]) -> str:
    if not settings.ELASTICSEARCH_URL:
        raise CommandError("ELASTICSEARCH_URL is empty: there is no node to make keys on")
    client = make_client(settings.ELASTICSEARCH_URL)
    keys = create_keys(client.options(basic_auth=(options["user"], getpass.getpass("Password: "))))
    return "\n".join(f"{_VARIABLES[role]}={key}" for role, key in keys.items())
