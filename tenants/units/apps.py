from django.apps import AppConfig


class UnitsConfig(AppConfig):
    name = "tenants.units"
    label = "units"
    verbose_name = "Đơn vị"

    def ready(self) -> None:
        from tenants.units import signal_handlers  # noqa: F401
