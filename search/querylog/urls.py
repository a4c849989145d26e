from django.urls import path

from search.querylog.views import asked_queries, export

urlpatterns = [
    path("", asked_queries, name="asked_queries"),
    path("xuat-excel/", export, name="asked_queries_export"),
]
