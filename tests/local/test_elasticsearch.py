"""The launcher of the local Elasticsearch node, with security on as in production."""

import json
from pathlib import Path

import pytest
from elasticsearch import AuthenticationException, Elasticsearch

from infra.local import elasticsearch, elasticsearch_install, processes
from infra.local.failure import LocalError


@pytest.mark.elasticsearch
def test_secured_node_answers_an_api_key_alone_and_leaves_no_process(tmp_path: Path) -> None:
    if not elasticsearch_install.is_installed():
        pytest.skip("Elasticsearch is not installed: run `make elasticsearch`")
    with elasticsearch.running_node(tmp_path / "node", security=True) as node:
        with pytest.raises(AuthenticationException):
            Elasticsearch(node.url).info()
        superuser = Elasticsearch(node.url, basic_auth=(node.username, node.password))
        key = superuser.security.create_api_key(name="test")["encoded"]
        assert Elasticsearch(node.url, api_key=key).info()["version"]["number"] == elasticsearch_install.VERSION
    assert not processes.has_live_member(node.pid)


def test_process_id_that_belongs_to_another_program_is_no_node(tmp_path: Path) -> None:
    (tmp_path / "node.json").write_text(json.dumps({"pid": 1, "url": "http://127.0.0.1:1"}))
    assert elasticsearch.running(tmp_path) is None


def test_start_without_the_distribution_names_the_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(elasticsearch_install, "home", lambda: tmp_path / "absent")
    with pytest.raises(LocalError, match="run `make elasticsearch` first"):
        elasticsearch.start(tmp_path / "node")
