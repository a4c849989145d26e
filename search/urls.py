from django.urls import path

from search.suggest.views import suggestions
from search.views import search_feed, search_page

urlpatterns = [
    path("", search_page, name="search"),
    path("rss/", search_feed, name="search_feed"),
    path("goi-y/", suggestions, name="suggestions"),
]
