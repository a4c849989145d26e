from django.apps import AppConfig


class QueryLogConfig(AppConfig):
    name = "search.querylog"
    label = "search_querylog"
    verbose_name = "Nhật ký câu tìm kiếm"

    def ready(self) -> None:
        from django.core.signals import request_finished

        from search.querylog.record import write_when_due

        request_finished.connect(write_when_due, dispatch_uid="search_querylog")
