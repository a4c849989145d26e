from django.urls import path

from sites.polls import views

app_name = "polls"
urlpatterns = [path("<int:pk>/", views.answer, name="answer")]
