from django.urls import path

from sites.consultations import views

app_name = "consultations"
urlpatterns = [
    path("<int:pk>/", views.comment, name="comment"),
    path("<int:pk>/da-nhan/", views.received, name="received"),
]
