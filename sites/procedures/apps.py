from django.apps import AppConfig


class ProceduresConfig(AppConfig):
    name = "sites.procedures"
    label = "cms_procedures"
    verbose_name = "Thủ tục hành chính"
