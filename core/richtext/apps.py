from django.apps import AppConfig


class RichTextConfig(AppConfig):
    """The paste plugin of the editor, its endpoint, and the slug field's Vietnamese rules. No tables."""

    name = "core.richtext"
    label = "richtext"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from core.slug_input import use_for_every_slug

        use_for_every_slug()
