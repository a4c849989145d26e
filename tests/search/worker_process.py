"""The worker as a process of its own, to be killed: `python -m tests.search.worker_process DATABASE URL PREFIX`."""

import sys
import threading


def main(database: str, url: str, prefix: str) -> None:
    import django
    from django.conf import settings

    settings.DATABASES["default"]["NAME"] = database
    settings.ELASTICSEARCH_URL = url
    settings.SEARCH_PREFIX = prefix
    django.setup()
    from search.index.worker import run_forever

    run_forever(threading.Event())


if __name__ == "__main__":
    main(*sys.argv[1:])
