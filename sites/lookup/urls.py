from django.urls import path

from sites.lookup.views import frame

app_name = "lookup"
urlpatterns = [path("<int:pk>/", frame, name="exam")]
