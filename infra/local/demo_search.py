"""The demo's search engine: ELASTICSEARCH_URL's, a local node when one is installed, or none."""

from __future__ import annotations

import os
import sys
import threading
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from infra.local import elasticsearch, elasticsearch_install, keeping
from infra.local.failure import LocalError
from infra.local.ports import LOOPBACK, free_port


class _ComingNode(threading.Thread):
    """A node on its way up, which can be stopped at any moment of it."""

    def __init__(self, folder: Path) -> None:
        super().__init__(daemon=True)
        self.folder = folder
        self.port = free_port()
        self.is_unwanted = False

    def run(self) -> None:
        try:
            elasticsearch.start(self.folder, port=self.port)
        except LocalError as error:
            if not self.is_unwanted:
                print(f"Search answers from PostgreSQL only. {error}", file=sys.stderr, flush=True)

    def stop(self) -> None:
        self.is_unwanted = True
        elasticsearch.stop(self.folder)
        while self.is_alive():  # it may have been about to launch the node
            self.join(0.2)
            elasticsearch.stop(self.folder)


@dataclass(frozen=True)
class Search:
    """url: empty when there is no engine. sentence: tells the person at the terminal where search answers from."""

    url: str
    sentence: str
    coming: _ComingNode | None = None

    def start(self) -> None:
        """Start the node, if it is the demo's own, and return at once: until it is up, PostgreSQL answers."""
        if self.coming:
            self.coming.start()


def find(stack: ExitStack) -> Search:
    """Return where the engine is or will be. A node that nobody else keeps is stopped when `stack` closes."""
    if given := os.environ.get("ELASTICSEARCH_URL"):
        return Search(given, "Search answers from the Elasticsearch that ELASTICSEARCH_URL names.")
    if not elasticsearch_install.is_installed():
        return Search("", "Search answers from PostgreSQL; `make elasticsearch` adds the search engine.")
    folder = elasticsearch.default_folder()
    if node := elasticsearch.running(folder):
        if keeping.is_kept(folder):
            return Search(node.url, f"Search answers from the Elasticsearch at {node.url}, which keeps running.")
        stack.callback(elasticsearch.stop, folder)
        return Search(node.url, f"Search answers from Elasticsearch at {node.url}.")
    coming = _ComingNode(folder)
    stack.callback(coming.stop)
    url = f"http://{LOOPBACK}:{coming.port}"
    return Search(url, f"Search answers from Elasticsearch at {url}, which takes some seconds to come up.", coming)
