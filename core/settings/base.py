"""Production-safe settings; `dev` and `test` only relax.

One file a concern stands beside this one; README's table lists every variable.
"""

from pathlib import Path

import dj_database_url

from core.settings import env
from core.settings.csp import *  # noqa: F403
from core.settings.i18n import *  # noqa: F403
from core.settings.links import *  # noqa: F403
from core.settings.pagecache import *  # noqa: F403
from core.settings.people import *  # noqa: F403
from core.settings.search import *  # noqa: F403
from core.settings.storage import *  # noqa: F403
from core.settings.tenancy import *  # noqa: F403
from core.settings.wagtail import *  # noqa: F403

BASE_DIR: Path = env.BASE_DIR
VAR_DIR: Path = env.VAR_DIR

DEBUG = False
SECRET_KEY = env.text("SECRET_KEY")
# The register of hosts decides (tenants.units.middleware): a host that is no unit's gets a 404 before any view runs.
ALLOWED_HOSTS = ["*"]
# Host of the operators' console on the public schema.
CONSOLE_HOST = env.text("CONSOLE_HOST", "console.localhost")

DATABASES = {
    "default": {
        **dj_database_url.parse(env.database_url(), conn_max_age=600),
        "ENGINE": "core.database",
        "ATOMIC_REQUESTS": False,
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

MIDDLEWARE = [
    "core.maintenance.middleware.MaintenanceMiddleware",
    "sites.lookup.serving.middleware.LookupMiddleware",
    "tenants.pagecache.middleware.PageCacheMiddleware",
    "tenants.units.middleware.UnitMiddleware",
    "core.middleware.admin_transaction.AdminTransactionMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "core.middleware.redirects.UnitRedirectMiddleware",
    "axes.middleware.AxesMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "core.frontend.context.display",
                "sites.context.frame",
            ],
        },
    }
]

WSGI_APPLICATION = "core.wsgi.application"

TASKS = {
    "default": {
        "BACKEND": "core.tasks.backend.UnitTaskBackend",
        "QUEUES": ["take_down", "default", "renditions", "mail"],
    }
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"unit": {"()": "core.logs.UnitFilter"}},
    "formatters": {"line": {"()": "core.logs.LineFormatter"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "filters": ["unit"], "formatter": "line"}},
    "root": {"handlers": ["console"], "level": env.text("LOG_LEVEL", "INFO")},
    "loggers": {
        "django.request": {"level": "ERROR"},
        "axes": {"level": "ERROR"},
        "elastic_transport": {"level": "ERROR"},  # a line for every request to the node, and the worker polls
    },
}

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "SAMEORIGIN"  # Wagtail shows its preview in a frame of the same host.
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = env.flag("SECURE_SSL_REDIRECT", True)
SECURE_HSTS_SECONDS = env.number("SECURE_HSTS_SECONDS", 31_536_000)
# Page prefix of the public addresses of this installation: scheme and, in demos, a port.
PUBLIC_SCHEME = env.text("PUBLIC_SCHEME", "https")
PUBLIC_PORT = env.number("PUBLIC_PORT", 443, high=65_535)
