"""Stands before a node and answers for it now and then: another product, another release, a proxy with limits."""

import http.client
import json
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

# Path and length of a request's body → (status, body, whether it says it is Elasticsearch), None to ask the node.
Odd = Callable[[str, int], tuple[int, dict, bool] | None]


class OddNode:
    def __init__(self, node_url: str, odd: Odd) -> None:
        address = urlsplit(node_url).netloc

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def answer(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                if said := odd(self.path, len(body)):
                    status, content, is_elasticsearch = said
                    headers = {"X-Elastic-Product": "Elasticsearch"} if is_elasticsearch else {}
                    self.reply(status, {**headers, "Content-Type": "application/json"}, json.dumps(content).encode())
                    return
                connection = http.client.HTTPConnection(address)
                connection.request(self.command, self.path, body, dict(self.headers))
                reply = connection.getresponse()
                self.reply(reply.status, dict(reply.headers), reply.read())
                connection.close()

            def reply(self, status: int, headers: dict[str, str], content: bytes) -> None:
                self.send_response(status)
                for name, value in headers.items():
                    if name.lower() not in {"transfer-encoding", "content-length"}:
                        self.send_header(name, value)
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                if self.command != "HEAD":
                    self.wfile.write(content)

            do_GET = do_POST = do_PUT = do_HEAD = do_DELETE = answer  # noqa: N815 names http.server calls

            def log_message(self, *args: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_port}"

    def __enter__(self) -> "OddNode":
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *args: object) -> None:
        self._server.shutdown()
        self._server.server_close()
