"""The editor's clipboard, cleaned by the server so that pasting and saving follow one set of rules."""

import json

from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_POST
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter

from core.richtext.clean import clean_pasted_html, clean_pasted_text
from core.richtext.features import EDITOR_FEATURES, heading_levels


@require_POST
def clean_paste(request: HttpRequest) -> JsonResponse:
    """Answer {"content": Draft.js raw content or null, "notices": [sentence, …]} for a posted clipboard.

    POST html, text: what the browser found on the clipboard; text counts when there is no html. feature (repeated):
    the headings the editor knows, "h2" and "h3".
    """
    levels = heading_levels(request.POST.getlist("feature"))
    html = request.POST.get("html", "")
    if html:
        cleaned = clean_pasted_html(html, headings=levels, keep_tables=False)
    else:
        cleaned = clean_pasted_text(request.POST.get("text", ""), headings=levels)
    content = None
    if cleaned.html:
        content = json.loads(ContentstateConverter(EDITOR_FEATURES).from_database_format(cleaned.html))
    return JsonResponse({"content": content, "notices": cleaned.notices})
