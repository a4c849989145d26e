from django.apps import AppConfig


class DemoConfig(AppConfig):
    """Development and demonstration only: core.settings.dev installs it, production never does."""

    name = "infra.demo"
    label = "demo"
