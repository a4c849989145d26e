"""The process that meets the file: `python -m search.attachments.extraction.child`, bytes in, one JSON object out.

{"pages": [[number, text], …], "pictures": pages that are scans, "is_truncated": bool} or {"reason": …}.
"""

import json
import resource
import sys

from search.attachments.extraction import TEXT_LIMIT

MEMORY_BYTES = 768 * 1024 * 1024
CPU_SECONDS = 30


def main() -> None:
    _limit()
    content = sys.stdin.buffer.read()
    from search.attachments.extraction.unreadable import UnreadableError

    try:
        answer = _read(content)
    except UnreadableError as error:
        answer = {"reason": error.reason}
    except (MemoryError, RecursionError):
        answer = {"reason": "too_heavy"}
    sys.stdout.buffer.write(json.dumps(answer).encode())


def _limit() -> None:
    """Before any library is loaded. No file can be written, and a crash leaves no core behind."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _read(content: bytes) -> dict[str, object]:
    from search.attachments.extraction.kind import reader_of

    pages: list[tuple[int | None, str]] = []
    left, pictures = TEXT_LIMIT, 0
    for page in reader_of(content)(content):
        pages.append((page.number, page.text[:left]))
        pictures += page.is_picture
        left -= len(page.text)
        if left < 0:
            break
    return {"pages": pages, "pictures": pictures, "is_truncated": left < 0}


if __name__ == "__main__":
    main()
