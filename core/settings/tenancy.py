"""Which app lives in which schema (decided once: moving an app between the lists loses its tables).

Source: architecture.md, "App labels"; docs/adr/0001-one-schema-a-unit.md.
"""

# Labels that exist in `public` and in every unit's schema.
_BOTH_APPS = [
    "django.contrib.contenttypes",
    "core.accounts",
    "django.contrib.auth",
    "django.contrib.sessions",
]

SHARED_APPS = [
    "django_tenants",
    "core.identity",
    "tenants.units",
    "tenants.exchange",
    "tenants.registry",
    "tenants.links",
    "search",
    "search.attachments",
    "search.bestbets",
    "search.vocabulary",
    "search.querylog",
    "search.suggest",
    "axes",
    "django_tasks",
    "django_tasks_db",
    "core.tasks",
    *_BOTH_APPS,
]

TENANT_APPS = [
    *_BOTH_APPS,
    "core.media",
    "sites",
    "sites.ownership",
    "sites.people",
    "sites.questions",
    "sites.consultations",
    "sites.polls",
    "sites.disclosures",
    "sites.procedures",
    "sites.schedule",
    "sites.library",
    "sites.admissions",
    "sites.lookup",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.redirects",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
]

# Apps without tables: templates, static files, tags, commands.
TABLELESS_APPS = [
    "core",
    "core.frontend",
    "core.richtext",
    "tenants.memberships",
    "sites.appearance",
    "django_filters",
    "wagtail.contrib.table_block",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
]

INSTALLED_APPS = list(dict.fromkeys([*SHARED_APPS, *TENANT_APPS, *TABLELESS_APPS]))

DATABASE_ROUTERS = ["django_tenants.routers.TenantSyncRouter"]
TENANT_MODEL = "units.UnitSite"
TENANT_DOMAIN_MODEL = "units.Domain"
# SET search_path is sent when the unit changes, not before every statement.
TENANT_LIMIT_SET_CALLS = True
PUBLIC_SCHEMA_URLCONF = "core.urls_public"
ROOT_URLCONF = "core.urls"

# What tenants calls to fill a new unit's schema; sites stands above it, so the names are given as settings.
# Called once while the template is rendered: rows every unit starts with (locale, root page, groups, permissions).
UNIT_SEED = "sites.starter.seed.seed_unit"
# Called for each new site: its home page, sections and menu.
UNIT_SITE_BUILDER = "sites.starter.build.build_site"
