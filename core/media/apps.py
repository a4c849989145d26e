from django.apps import AppConfig


class MediaConfig(AppConfig):
    name = "core.media"
    label = "media"
    verbose_name = "Ảnh và tệp"

    def ready(self) -> None:
        from core.media import signal_handlers  # noqa: F401
