from django.urls import re_path

from core.media.storage import FOLDER_PATTERN
from core.media.views import serve

urlpatterns = [re_path(rf"^(?P<token>{FOLDER_PATTERN})/(?P<filename>[^/\\]+)$", serve, name="media_serve")]
