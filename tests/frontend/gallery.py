"""Serves the sample pages on a loopback port, so that a browser can look at them without a database.

`python -m tests.frontend.gallery 8123` keeps it open for a person to look around.
"""

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

PICTURES = Path(__file__).parent / "pictures"
POLICY = "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'; font-src 'self'; form-action 'self'"


def render_page(name: str, cookie: str = "") -> str:
    """Return the HTML of one sample page. cookie: a display choice such as "high-125"."""
    from django.template.loader import render_to_string

    from core.frontend.display import Display
    from tests.frontend.samples import PAGES
    from tests.frontend.samples.frames import NOW

    template, frame, meta, view = PAGES[name]
    context = {
        "frame": frame,
        "meta": meta,
        "view": view,
        "display": Display.parse(cookie),
        "here": f"/{name}/",
        "back": "/",
        "query": "lich thi",
        "gone_at": NOW,
        "title": "Lịch thi thử lớp 10",
        "reason": "thông tin không còn phù hợp",
        "unit_name": "Trường Tiểu học Khe Sanh",
        "begins_at": NOW,
        "ends_at": NOW,
    }
    return render_to_string(f"{template if '/' in template else f'pages/{template}'}.html", context)


class GalleryHandler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        url = urlsplit(self.path)
        name = url.path.strip("/") or "portal"
        try:
            content, kind = self._content(url.path, name, parse_qs(url.query).get("lt_view", [""])[0])
        except (KeyError, TypeError, FileNotFoundError):
            self.send_error(404)
            return
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Content-Security-Policy", POLICY)
        self.end_headers()
        with suppress(ConnectionError):  # the browser may leave before the answer is out
            self.wfile.write(content)

    def _content(self, path: str, name: str, cookie: str) -> tuple[bytes, str]:
        from django.contrib.staticfiles.finders import find

        if path.startswith("/static/"):
            return Path(find(path.removeprefix("/static/"))).read_bytes(), guess_type(path)[0] or "font/woff2"
        if path.startswith("/anh/"):
            return (PICTURES / Path(path).name).read_bytes(), "image/svg+xml"
        return render_page(name, cookie).encode(), "text/html; charset=utf-8"

    def log_message(self, *args: object) -> None:
        return


@contextmanager
def gallery(port: int = 0) -> Iterator[str]:
    """Yield the address of the running gallery."""
    server = ThreadingHTTPServer(("127.0.0.1", port), GalleryHandler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


if __name__ == "__main__":
    import os

    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "core.settings.test")
    django.setup()
    with gallery(int(sys.argv[1]) if len(sys.argv) > 1 else 8123) as address:
        sys.stdout.write(f"{address}\n")
        threading.Event().wait()
