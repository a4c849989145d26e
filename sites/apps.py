from django.apps import AppConfig


class SitesConfig(AppConfig):
    name = "sites"
    label = "cms_sites"  # django.contrib.sites owns the label "sites"
    verbose_name = "Trang của đơn vị"

    def ready(self) -> None:
        from sites import follow_rows, root_addresses, signal_handlers  # noqa: F401
        from sites.admin.base_address import answer_for_wagtail
        from sites.english import signal_handlers as english  # noqa: F401
        from sites.legal import signal_handlers as legal  # noqa: F401

        answer_for_wagtail()
