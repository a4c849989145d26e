"""WSGI entry point: `granian --interface wsgi core.wsgi:application`."""

import os
from importlib import import_module

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "core.settings.base")
application = get_wsgi_application()

# Django imports the addresses with the first request. Two threads that do so at once see each other's half-loaded
# modules, and the first readers after a start would get an error.
for addresses in ("core.urls", "core.urls_public"):
    import_module(addresses)
