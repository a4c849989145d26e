"""Forks workers and writers that are made to be killed: `python -m tests.faults.nursery SETTINGS DATABASE URL PREFIX`.

It has everything loaded and no connection open, so a new process stands within milliseconds. Each line read names a
kind; the process id of the new process is printed.
"""

import os
import random
import signal
import sys
import threading
import time
from collections.abc import Callable

EDITS_A_SECOND = 25.0
THINGS = 400


def main(settings_module: str, database: str, url: str, prefix: str) -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = settings_module
    import django
    from django.conf import settings

    settings.DATABASES["default"]["NAME"] = database
    settings.ELASTICSEARCH_URL = url
    settings.SEARCH_PREFIX = prefix
    django.setup()
    from search.index.worker import run_forever

    kinds: dict[str, Callable[[], object]] = {"worker": lambda: run_forever(threading.Event()), "writer": write}
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # the dead are not waited for
    for line in sys.stdin:
        child = os.fork()
        if not child:
            kinds[line.strip()]()
            os._exit(0)
        sys.stdout.write(f"{child}\n")
        sys.stdout.flush()


def write() -> None:
    """Publish, change and take down for ever, EDITS_A_SECOND; a connection that was cut is opened again."""
    from django.db import InterfaceError, OperationalError, connection

    from tenants.registry.actions.record_gone import record_gone
    from tenants.registry.actions.record_published import record_published
    from tenants.units.models import Unit
    from tests.tenants.registry.documents import NOON, document

    choose = random.SystemRandom()
    unit, due = None, time.monotonic()
    while True:
        number = choose.randrange(THINGS)
        try:
            unit = unit or Unit.objects.select_related("kind", "commune").order_by("pk").first()
            if number % 4 == 0 and choose.random() < 0.5:
                record_gone(unit=unit, object_type="article", object_id=number, at=NOON)
            else:
                record_published(unit=unit, document=document(number, f"Lần {choose.random()}"), at=NOON)
        except (OperationalError, InterfaceError):
            connection.close()
        due += 1 / EDITS_A_SECOND
        time.sleep(max(0.0, due - time.monotonic()))


if __name__ == "__main__":
    main(*sys.argv[1:])
