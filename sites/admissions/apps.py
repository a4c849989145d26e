from django.apps import AppConfig


class AdmissionsConfig(AppConfig):
    name = "sites.admissions"
    label = "cms_admissions"
    verbose_name = "Thi và Tuyển sinh"

    def ready(self) -> None:
        from sites.admissions import signal_handlers  # noqa: F401
        from sites.admissions.models import AdmissionPage
        from sites.admissions.presenters.listing import admission_feed, present_admissions
        from sites.admissions.presenters.notice import present_admission
        from sites.models.section import SectionKey
        from sites.presenters import TEXTS
        from sites.presenters.section import OWN_LISTS
        from sites.views.feeds import SECTION_ROWS

        TEXTS[AdmissionPage] = present_admission
        OWN_LISTS[SectionKey.ADMISSIONS] = present_admissions
        SECTION_ROWS[SectionKey.ADMISSIONS] = admission_feed
