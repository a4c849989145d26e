from django.core.management.base import CommandError
from elasticsearch import Elasticsearch

from search.client import Role, get_client


def required_client() -> Elasticsearch:
    """Return the client of the node in the settings. Raise CommandError when none is named."""
    client = get_client(Role.ADMIN)
    if client is None:
        raise CommandError("ELASTICSEARCH_URL is empty: there is no index to care for")
    return client
