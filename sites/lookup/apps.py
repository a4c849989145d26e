from django.apps import AppConfig


class LookupConfig(AppConfig):
    name = "sites.lookup"
    label = "cms_lookup"
    verbose_name = "Tra cứu"

    def ready(self) -> None:
        from sites.lookup import signal_handlers  # noqa: F401
        from sites.lookup.models import LookupPage
        from sites.lookup.presenter import present_lookup
        from sites.presenters import LISTS

        LISTS[LookupPage] = present_lookup
