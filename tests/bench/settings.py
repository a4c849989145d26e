"""Our project as it is measured: as in the demo, with plain static files, as the stock project has them."""

from core.settings.dev import *  # noqa: F403
from core.settings.dev import STORAGES

STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
