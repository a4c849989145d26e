"""Files and caches. Paths carry the unit's schema; every cache key is prefixed with it."""

from typing import Any

from core.settings import env

STATIC_URL = "/static/"
STATIC_ROOT = env.VAR_DIR / "static"
STATICFILES_DIRS = [env.BASE_DIR / "core" / "static"]
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    "core.frontend.stylesheet.StylesheetFinder",
]
MEDIA_ROOT = env.VAR_DIR / "media"
MEDIA_URL = "/tep/"
# Where nginx has MEDIA_ROOT as an internal location, e.g. `/_media`; empty: Django sends files itself (ADR 0011).
MEDIA_ACCEL_PREFIX = env.text("MEDIA_ACCEL_PREFIX", "")
# While it exists all sites rest (core.maintenance).
MAINTENANCE_FILE = env.VAR_DIR / "maintenance.json"
# Where the processes of this machine count look-ups of results together (sites.lookup.serving.brake).
LOOKUP_BRAKE_FOLDER = env.VAR_DIR / "brake"
# Private, content-addressed: what editions carry (core.media.exchange_store).
EXCHANGE_ROOT = env.VAR_DIR / "exchange"

STORAGES = {
    "default": {"BACKEND": "core.media.storage.UnitStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

_cache_url = env.text("CACHE_URL", "")
_backend: dict[str, Any] = (
    {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": _cache_url}
    if _cache_url
    else {"BACKEND": "django.core.cache.backends.filebased.FileBasedCache", "LOCATION": str(env.VAR_DIR / "cache")}
)
CACHES = {
    "default": {**_backend, "KEY_FUNCTION": "django_tenants.cache.make_key"},
    # Frames and other small per-process copies; validity is checked by generation (core.caching).
    "local": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "KEY_FUNCTION": "django_tenants.cache.make_key",
    },
}
