"""The rich text block of every page body."""

from typing import Any

from wagtail.blocks import RichTextBlock
from wagtail.rich_text import RichText

from core.richtext.clean import clean_rich_text
from core.richtext.features import PASTE_FEATURE, heading_levels


class CleanRichTextBlock(RichTextBlock):
    """RichTextBlock whose value is clean however it came: pasted, typed, posted by a script, imported into a form.

    features: Wagtail's feature names; of the headings only h2 and h3 exist.
    """

    def __init__(self, *, features: list[str], **kwargs: Any) -> None:
        super().__init__(features=[*features, PASTE_FEATURE], **kwargs)

    def clean(self, value: RichText) -> RichText:
        """Clean first, so that "required" and the length limits judge what will be stored."""
        cleaned = clean_rich_text(value.source, headings=heading_levels(self.features))
        return super().clean(RichText(cleaned.html))
