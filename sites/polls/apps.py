from django.apps import AppConfig


class PollsConfig(AppConfig):
    name = "sites.polls"
    label = "cms_polls"
    verbose_name = "Ý kiến, thăm dò"

    def ready(self) -> None:
        from sites.polls import signal_handlers  # noqa: F401
        from sites.polls.models import PollsPage
        from sites.polls.presenter import poll_feed, present_polls
        from sites.presenters import LISTS
        from sites.views.feeds import SECTION_ROWS

        LISTS[PollsPage] = present_polls
        SECTION_ROWS["pollspage"] = poll_feed
