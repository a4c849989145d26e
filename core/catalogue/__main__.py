"""`python -m core.catalogue compile` writes the .mo files; `missing` lists what the packages say without Vietnamese."""

import argparse
import os

from core.catalogue.english import compile_english
from core.catalogue.packages import DOMAINS, compile_overlay, missing_messages


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m core.catalogue")
    parser.add_argument("command", choices=("compile", "missing"))
    if parser.parse_args().command == "compile":
        for domain in DOMAINS:
            compile_overlay(domain)
        compile_english()
        return 0
    return _list_missing()


def _list_missing() -> int:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "core.settings.dev")
    django.setup()
    missing = missing_messages()
    for message in missing:
        print(f"{message.package} {message.domain}: {message.text!r}")  # noqa: T201 - what the command is for
    return 1 if missing else 0


if __name__ == "__main__":
    raise SystemExit(main())
