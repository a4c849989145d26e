from django.apps import AppConfig


class ScheduleConfig(AppConfig):
    name = "sites.schedule"
    label = "cms_schedule"
    verbose_name = "Lịch công tác"

    def ready(self) -> None:
        from sites.schedule import signal_handlers  # noqa: F401
