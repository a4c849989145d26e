from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "sites.people"
    label = "cms_people"
    verbose_name = "Con người và tổ chức"

    def ready(self) -> None:
        from core.media.holders import register_holder
        from sites.people import signal_handlers  # noqa: F401
        from sites.people.queries import photos_shown

        register_holder(photos_shown)
