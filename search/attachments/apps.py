from django.apps import AppConfig


class AttachmentsConfig(AppConfig):
    name = "search.attachments"
    label = "search_attachments"
    verbose_name = "Chữ trong tệp đính kèm"

    def ready(self) -> None:
        from search.attachments import signal_handlers

        signal_handlers.connect()
