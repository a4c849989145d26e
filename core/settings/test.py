"""Tests: as production, with cheap password hashing and files in a folder of the run's own."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

if given := os.environ.get("TEST_VAR_DIR"):
    # Each of the processes side by side has units of the same names, and must not tidy up another's files.
    _folder = Path(given) / os.environ.get("PYTEST_XDIST_WORKER", "")
else:
    _folder = Path(tempfile.mkdtemp(prefix="lien-thong-test-"))
    atexit.register(shutil.rmtree, _folder, ignore_errors=True)

from core.settings import env
from core.settings.dev import *  # noqa: F403
from core.settings.dev import DATABASES, STORAGES

DEBUG = False
# Tests look at what pages say now; those of the cache turn it on.
PAGE_CACHE = env.flag("PAGE_CACHE", False)
# Tests write the log of questions themselves: their queries are counted.
QUERY_LOG_SECONDS = 86_400
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
MEDIA_ROOT = _folder / "media"
EXCHANGE_ROOT = _folder / "exchange"
MAINTENANCE_FILE = _folder / "maintenance.json"
LOOKUP_BRAKE_FOLDER = _folder / "brake"
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
_locmem = {
    "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
    "KEY_FUNCTION": "django_tenants.cache.make_key",
}
CACHES = {"default": {**_locmem, "LOCATION": "default"}, "local": {**_locmem, "LOCATION": "local"}}
# Runs side by side each get a database of their own, copied from one cached template.
DATABASES["default"]["TEST"] = {"NAME": "test_lt_" + os.environ.get("TEST_DB_SUFFIX", "0")}
