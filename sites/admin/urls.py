"""Addresses of our own pages below /quan-tri/."""

from django.urls import include, path

from sites.admin.blur.views import blur
from sites.admin.compose.views import compose
from sites.admin.notices import views as notices
from sites.admin.sending import views as sending
from sites.admin.take_down import views as take_down
from sites.topics.views import topics

urlpatterns = [
    path("viet-bai/", compose, name="compose"),
    path("anh/<int:image_id>/lam-mo-mat/", blur, name="blur_faces"),
    path("bai-da-gui/", sending.sent_posts, name="sent_posts"),
    path("bai-da-gui/chon-bai/", sending.choose_post, name="choose_post"),
    path("bai-da-gui/<int:page_id>/", sending.sent_post, name="sent_post"),
    path("bai-da-gui/<int:page_id>/gui/", sending.confirm_send, name="confirm_send"),
    path("bai-da-gui/<int:page_id>/rut/", sending.recall_post, name="recall_post"),
    path("go-bai/", take_down.take_down, name="take_down"),
    path("khoi-phuc/<int:page_id>/", take_down.restore_post, name="restore_post"),
    path("thong-bao/", notices.notices, name="notices"),
    path("thong-bao/da-doc/", notices.read_all, name="read_all_notices"),
    path("thong-bao/<int:pk>/", notices.open_notice, name="open_notice"),
    path("chu-de/", topics, name="topics"),
    path("ban-bien-tap/", include("sites.desk.urls")),
    path("ban-tieng-anh/", include("sites.english.urls")),
    path("nhap-van-ban/", include("sites.legal.importing.urls")),
]
