"""Leads from an album's form to the page that takes many pictures at once."""

from wagtail.admin.panels import Panel


class AddPhotosPanel(Panel):
    """No field. An album that is not stored yet has no place to put pictures."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "admin/library/add_photos_panel.html"

        def is_shown(self) -> bool:
            return super().is_shown() and bool(self.instance.pk)
