from typing import Any

from wagtail.admin.forms import WagtailAdminModelForm

from core.media.actions.obstacles import publication_obstacles


class OfficialForm(WagtailAdminModelForm):
    """Refuses a photograph to be shown that the answer about faces keeps from publication."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        photo = cleaned.get("photo")
        if photo and cleaned.get("photo_consent"):
            for sentence in publication_obstacles([photo]):
                self.add_error("photo", sentence)
        return cleaned
