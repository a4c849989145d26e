from django.apps import AppConfig


class ConsultationsConfig(AppConfig):
    name = "sites.consultations"
    label = "cms_consultations"
    verbose_name = "Góp ý dự thảo"

    def ready(self) -> None:
        from sites.consultations import signal_handlers  # noqa: F401
        from sites.consultations.models import ConsultationPage, ConsultationsPage
        from sites.consultations.presenter import consultation_feed, present_consultation, present_consultations
        from sites.presenters import LISTS, TEXTS
        from sites.views.feeds import SECTION_ROWS

        LISTS[ConsultationsPage] = present_consultations
        TEXTS[ConsultationPage] = present_consultation
        SECTION_ROWS["consultationspage"] = consultation_feed
