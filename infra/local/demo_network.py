"""The demo's data, as one process: `python -m infra.local.demo_network --port 8000 --json FILE [--units 17]`.

The same as `manage.py prepare` and `manage.py create_demo`, but Django is set up once (two seconds) and its system
checks, which are `make lint`'s business, are left out.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import django
from django.core.management import call_command
from django.core.management.base import CommandError


def main() -> None:
    """Bring the database and the demo's network up to date. Quick when they are."""
    parser = argparse.ArgumentParser(prog="infra.local.demo_network", description=__doc__)
    parser.add_argument("--units", type=int, default=0)
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--json", type=Path, required=True)
    options = parser.parse_args()
    django.setup()
    try:
        call_command("prepare")
        call_command("create_demo", units=options.units, port=options.port, json=options.json)
    except CommandError as error:
        raise SystemExit(str(error)) from error


if __name__ == "__main__":
    main()
