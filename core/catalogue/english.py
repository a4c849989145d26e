"""Our own strings in English, for the pages below /en/."""

from pathlib import Path

import polib

FOLDER = Path(__file__).resolve().parents[1] / "locale" / "en" / "LC_MESSAGES"


def english() -> polib.POFile:
    """Return the English catalogue; reads its .po file."""
    return polib.pofile(str(FOLDER / "django.po"))


def compile_english() -> None:
    """Write the .mo file beside the .po file."""
    (FOLDER / "django.mo").write_bytes(english().to_binary())
