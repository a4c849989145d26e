"""Addresses on the operators' console; the metrics' own is in core.urls_public."""

from django.urls import path

from search.health import views

app_name = "search_health"
urlpatterns = [
    path("", views.health, name="health"),
    path("gui-lai/", views.replay_all, name="replay_all"),
    path("gui-lai/<int:pk>/", views.replay_one, name="replay_one"),
]
