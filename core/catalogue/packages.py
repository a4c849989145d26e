"""Which packages speak to the people who work here, and what of it has no Vietnamese yet."""

from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import polib

DOMAINS = ("django", "djangojs")
FOLDER = Path(__file__).resolve().parents[1] / "locale" / "vi" / "LC_MESSAGES"
# Every string of these is in the overlay; of Django and smaller packages it holds what is missing or reads badly.
COVERED_PREFIXES = ("wagtail", "taggit", "django.contrib.humanize")
# Speak without being installed apps; Wagtail's tags call the second one.
_NOT_INSTALLED = ("django.conf", "django.contrib.humanize")


@dataclass(frozen=True, slots=True)
class Message:
    """One string of a package, as its English catalogue lists it."""

    package: str
    domain: str
    context: str | None
    text: str
    plural: str


def overlay(domain: str) -> polib.POFile:
    """Return our catalogue of the domain, "django" or "djangojs"; reads its .po file."""
    return polib.pofile(str(FOLDER / f"{domain}.po"))


def compile_overlay(domain: str) -> None:
    """Write the .mo file beside the .po file. It is committed, so that a fresh machine needs no gettext."""
    (FOLDER / f"{domain}.mo").write_bytes(overlay(domain).to_binary())


def packages() -> dict[str, Path]:
    """Return the folder of the English catalogues of all that speaks in the admin, by the package's name."""
    from django.apps import apps

    # Our own English is a translation of our own Vietnamese (core.catalogue.english).
    roots = {app.name: Path(app.path) for app in apps.get_app_configs() if app.name != "core"}
    for name in _NOT_INSTALLED:
        spec = find_spec(name)
        if spec and spec.origin:
            roots[name] = Path(spec.origin).parent
    folders = {name: root / "locale" / "en" / "LC_MESSAGES" for name, root in roots.items()}
    return {name: folder for name, folder in folders.items() if folder.is_dir()}


def messages(folder: Path, *, package: str) -> list[Message]:
    """Return all strings of the English catalogues in a folder, both domains."""
    return [
        Message(package, domain, entry.msgctxt, entry.msgid, entry.msgid_plural)
        for domain in DOMAINS
        if (path := folder / f"{domain}.po").exists()
        for entry in polib.pofile(str(path))
        if not entry.obsolete
    ]


def missing_messages() -> list[Message]:
    """Return the strings of the covered packages that the overlay does not translate."""
    ours = {
        (domain, entry.msgctxt, entry.msgid) for domain in DOMAINS for entry in overlay(domain).translated_entries()
    }
    return [
        message
        for package, folder in packages().items()
        if package.startswith(COVERED_PREFIXES)
        for message in messages(folder, package=package)
        if (message.domain, message.context, message.text) not in ours
    ]
