"""API keys by role, for a node or cluster with security on."""

from typing import Any

from elasticsearch import Elasticsearch

from search.client import Role, alias_name

# view_index_metadata: which indices there are and how they were made. maintenance: refresh, before comparing.
_PRIVILEGES: dict[Role, list[str]] = {
    Role.READER: ["read", "view_index_metadata"],
    Role.WRITER: ["read", "view_index_metadata", "write", "maintenance"],
    Role.ADMIN: ["all"],
}


def create_keys(administrator: Elasticsearch) -> dict[Role, str]:
    """Make a key for each role over this installation's indices alone; return them encoded, as the settings take them.

    administrator: a client that may manage API keys. Elasticsearch shows a key once; an older one stays valid until it
    is invalidated.
    """
    return {role: administrator.security.create_api_key(**_description(role))["encoded"] for role in Role}


def _description(role: Role) -> dict[str, Any]:
    indices = [{"names": [f"{alias_name()}*"], "privileges": _PRIVILEGES[role]}]
    cluster = ["monitor"]
    return {
        "name": f"{alias_name()}-{role}",
        "role_descriptors": {role.value: {"cluster": cluster, "indices": indices}},
    }
