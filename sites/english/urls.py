from django.urls import path

from sites.english import views

urlpatterns = [
    path("", views.english_list, name="english_list"),
    path("<int:page_id>/tao/", views.start, name="english_start"),
    path("<int:translation_id>/lay-noi-dung-moi/", views.renew, name="english_renew"),
]
