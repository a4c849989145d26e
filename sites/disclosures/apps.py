from django.apps import AppConfig


class DisclosuresConfig(AppConfig):
    name = "sites.disclosures"
    label = "cms_disclosures"
    verbose_name = "Công khai"

    def ready(self) -> None:
        from sites.disclosures import signal_handlers  # noqa: F401
        from sites.disclosures.models import DisclosuresPage, DisclosureYearPage, PeriodPlansPage
        from sites.disclosures.presenters.plans import present_plans
        from sites.disclosures.presenters.year import present_section, present_year
        from sites.presenters import LISTS, TEXTS

        TEXTS[DisclosuresPage] = present_section
        TEXTS[DisclosureYearPage] = present_year
        LISTS[PeriodPlansPage] = present_plans
