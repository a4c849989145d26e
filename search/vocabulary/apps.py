from django.apps import AppConfig


class VocabularyConfig(AppConfig):
    name = "search.vocabulary"
    label = "search_vocabulary"
    verbose_name = "Từ đồng nghĩa"
