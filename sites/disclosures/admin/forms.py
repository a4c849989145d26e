from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from sites.disclosures.law import year_words


class OpenYearForm(forms.Form):
    """Which school year to open: the current one, the next, or one of the five before that is missing."""

    def __init__(self, *args: Any, years: Sequence[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["starts_in"] = forms.TypedChoiceField(
            label=_("Năm học"),
            coerce=int,
            choices=[(year, year_words(year)) for year in years],
            error_messages={"invalid_choice": _("Năm học này đã mở hoặc không mở được. Hãy chọn trong danh sách.")},
        )
