"""Typed readers of environment variables: a bad value is refused at start, by name and expectation."""

import os
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parents[2]
VAR_DIR = Path(os.environ.get("LIEN_THONG_VAR", BASE_DIR / "var"))


def text(name: str, default: str | None = None) -> str:
    """Return the variable's text; without a default, an absent variable is refused."""
    value = os.environ.get(name, default)
    if value is None:
        raise ImproperlyConfigured(f"{name} must be set; README's table says what it holds")
    return value


def flag(name: str, default: bool) -> bool:
    """Return True for 1/true/yes, False for 0/false/no/empty; refuse anything else."""
    value = os.environ.get(name, "1" if default else "0").strip().lower()
    if value in {"1", "true", "yes"}:
        return True
    if value in {"0", "false", "no", ""}:
        return False
    raise ImproperlyConfigured(f"{name} must be 1 or 0, got {value!r}")


def number(name: str, default: int, *, low: int = 0, high: int = 2**31) -> int:
    """Return a whole number within low..high."""
    value = os.environ.get(name, str(default))
    if not value.isdigit() or not low <= int(value) <= high:
        raise ImproperlyConfigured(f"{name} must be a whole number from {low} to {high}, got {value!r}")
    return int(value)


def database_url() -> str:
    """Return DATABASE_URL, or the address the local launcher wrote when it started the embedded server."""
    if value := os.environ.get("DATABASE_URL"):
        return value
    written = VAR_DIR / "database_url"
    if written.exists():
        return written.read_text(encoding="utf-8").strip()
    raise ImproperlyConfigured(
        "DATABASE_URL is not set and no local PostgreSQL has been started; run `python -m infra.local.postgres start`"
    )
