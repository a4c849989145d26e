from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from wagtail.admin.forms import WagtailAdminModelForm

from sites.schedule.models import monday_of
from sites.schedule.queries import first_free_monday


class WeekForm(WagtailAdminModelForm):
    """Takes any day for its week, and offers the next week that has no schedule yet."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.instance.monday:
            self.initial.setdefault("monday", first_free_monday(monday_of(timezone.localdate())))

    def clean_monday(self) -> date:
        return monday_of(self.cleaned_data["monday"])


class TimeInput(forms.TimeInput):
    """The device's own clock: a wheel on a phone."""

    input_type = "time"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%H:%M")
