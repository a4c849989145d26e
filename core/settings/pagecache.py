"""The cache of anonymous pages inside the application (tenants.pagecache, ADR 0014)."""

from core.settings import env

PAGE_CACHE = env.flag("PAGE_CACHE", True)
# Memory a worker process may fill: three quarters with plain addresses, one with pages of filters and page numbers.
PAGE_CACHE_MB = env.number("PAGE_CACHE_MB", 64, low=1, high=4096)
# Fields of the lists' addresses that take few values. Whoever searches in free text is answered from the database.
PAGE_CACHE_FIELDS = frozenset(
    {"trang", "loai", "co-quan", "linh-vuc", "hieu-luc", "phong", "cua", "xep", "cap", "xa", "thang", "tuan"}
    | {"chu-de", "han", "xem"}
    | {"page", "size"}  # of the API
    | {"mon", "lop", "giay-phep", "anh"}
)
# Never looked up: the admin, files, search, what a cookie decides, results of exams.
PAGE_CACHE_EXCEPT = (
    "/quan-tri/", "/tai-lieu/", "/tep/", "/tim-kiem/", "/hien-thi/", "/ket-qua/", "/static/", "/_util/", "/healthz",
)  # fmt: skip
