from django.apps import AppConfig


class FrontendConfig(AppConfig):
    """No models: an app only so that Django finds the template tags."""

    name = "core.frontend"
    label = "frontend"
