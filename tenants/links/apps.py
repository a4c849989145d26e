from django.apps import AppConfig


class LinksConfig(AppConfig):
    name = "tenants.links"
    label = "links"
    verbose_name = "Đường dẫn ra ngoài"
