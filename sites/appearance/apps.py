from django.apps import AppConfig


class AppearanceConfig(AppConfig):
    """Without tables: the home page keeps how the unit looks (sites.models.home)."""

    name = "sites.appearance"
    label = "cms_appearance"
    verbose_name = "Giao diện"
