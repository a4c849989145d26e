from django.apps import AppConfig


class OwnershipConfig(AppConfig):
    name = "sites.ownership"
    label = "cms_ownership"
    verbose_name = "Phụ trách chuyên mục"

    def ready(self) -> None:
        from sites.ownership import signal_handlers  # noqa: F401
