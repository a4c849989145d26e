from django.urls import path

from sites.questions import views

app_name = "questions"
urlpatterns = [
    path("gui/", views.ask, name="ask"),
    path("rut-dong-y/", views.withdraw, name="withdraw"),
    path("theo-doi/", views.track, name="track"),
]
