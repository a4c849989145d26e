from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    name = "tenants.exchange"
    label = "exchange"
    verbose_name = "Trao đổi bài với Sở"
