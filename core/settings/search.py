"""The network search. Wagtail's own admin search stays on PostgreSQL and never writes to Elasticsearch."""

from core.settings import env

# Empty: search answers from PostgreSQL and says so.
ELASTICSEARCH_URL = env.text("ELASTICSEARCH_URL", "")
ELASTICSEARCH_API_KEY = env.text("ELASTICSEARCH_API_KEY", "")
ELASTICSEARCH_CA_FILE = env.text("ELASTICSEARCH_CA_FILE", "")
# Workers write and `manage.py search` manages with keys of their own, where they are given (`search create-keys`).
ELASTICSEARCH_WRITER_API_KEY = env.text("ELASTICSEARCH_WRITER_API_KEY", "")
ELASTICSEARCH_ADMIN_API_KEY = env.text("ELASTICSEARCH_ADMIN_API_KEY", "")
# What Prometheus shows as a bearer to read /metrics of the console. Empty: operators alone.
METRICS_TOKEN = env.text("METRICS_TOKEN", "")
SEARCH_PREFIX = env.text("SEARCH_PREFIX", "lienthong")
# Past this the reader gets PostgreSQL's answer instead.
SEARCH_TIMEOUT_MS = env.number("SEARCH_TIMEOUT_MS", 800, low=50, high=10_000)
# What was asked is counted in memory and written so often, after an answer has been sent (search.querylog).
QUERY_LOG_SECONDS = env.number("QUERY_LOG_SECONDS", 10, low=1, high=86_400)

# "simple": the words of English that PostgreSQL would leave out ("to", "an", "do") are syllables here.
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "core.database.search_backend", "SEARCH_CONFIG": "simple"}}
