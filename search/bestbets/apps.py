from django.apps import AppConfig


class BestBetsConfig(AppConfig):
    name = "search.bestbets"
    label = "search_bestbets"
    verbose_name = "Đề xuất của Sở"
