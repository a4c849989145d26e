from django.apps import AppConfig


class UnitsConfig(AppConfig):
    name = "tenants.units"
    label = "units"
    verbose_name = "Đơn vị"
