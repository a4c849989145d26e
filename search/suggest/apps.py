from django.apps import AppConfig


class SuggestConfig(AppConfig):
    name = "search.suggest"
    label = "search_suggest"
    verbose_name = "Gợi ý khi gõ"
