"""Publishes and takes down posts until it is ended: `python -m tests.search.writer_process DATABASE`."""

import random
import sys


def main(database: str) -> None:
    import django
    from django.conf import settings

    settings.DATABASES["default"]["NAME"] = database
    django.setup()
    from tenants.registry.actions.record_gone import record_gone
    from tenants.registry.actions.record_published import record_published
    from tenants.units.models import Unit
    from tests.tenants.registry.documents import NOON, document

    unit = Unit.objects.get(code="th-an-binh")
    while True:
        number = random.randrange(1_000)  # noqa: S311 no secret
        if random.random() < 0.2:  # noqa: S311
            record_gone(unit=unit, object_type="article", object_id=number, at=NOON)
        else:
            record_published(unit=unit, document=document(number, f"Bài đổi {number}"), at=NOON)


if __name__ == "__main__":
    main(sys.argv[1])
