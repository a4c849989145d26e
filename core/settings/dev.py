"""A developer's machine and the demo: plain HTTP on *.localhost, mail into files."""

import os

from core.settings import env

os.environ.setdefault("SECRET_KEY", "development only, never in production")
os.environ.setdefault("SECURE_SSL_REDIRECT", "0")
os.environ.setdefault("SECURE_HSTS_SECONDS", "0")
os.environ.setdefault("COOKIE_SECURE", "0")
os.environ.setdefault("PUBLIC_SCHEME", "http")
os.environ.setdefault("PUBLIC_PORT", os.environ.get("DEMO_PORT", "8000"))
os.environ.setdefault("LINK_CHECK", "0")
os.environ.setdefault("EMAIL_BACKEND", "django.core.mail.backends.filebased.EmailBackend")

from core.settings.base import *  # noqa: F403
from core.settings.base import INSTALLED_APPS, PAGE_CACHE

DEBUG = env.flag("DEBUG", False)
PAGE_CACHE = PAGE_CACHE and not DEBUG  # whoever edits a template wants to see it
INSTALLED_APPS = [*INSTALLED_APPS, "infra.demo"]
