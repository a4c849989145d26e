from django.apps import AppConfig


class MembershipsConfig(AppConfig):
    name = "tenants.memberships"
    label = "memberships"
    verbose_name = "Người dùng và vai trò"
