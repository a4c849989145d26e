from django.apps import AppConfig


class SitesConfig(AppConfig):
    name = "sites"
    label = "cms_sites"  # django.contrib.sites owns the label "sites"
    verbose_name = "Trang của đơn vị"

    def ready(self) -> None:
        from sites import signal_handlers  # noqa: F401
