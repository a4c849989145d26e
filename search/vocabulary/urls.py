from django.urls import path

from search.vocabulary.views import remove, synonym, synonyms, try_question

urlpatterns = [
    path("", synonyms, name="synonyms"),
    path("them/", synonym, name="add_synonym"),
    path("thu-cau-hoi/", try_question, name="try_question"),
    path("<int:pk>/", synonym, name="synonym"),
    path("<int:pk>/xoa/", remove, name="remove_synonym"),
]
