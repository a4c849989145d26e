"""`{% load frontend %}`: icons, pictures, names, dates and numbers for public templates."""

from datetime import date, datetime

from django import template
from django.utils.safestring import SafeString

from core.frontend import formats, names
from core.frontend.icons import icon_html
from core.frontend.pictures import Picture, picture_html

register = template.Library()

register.simple_tag(icon_html, name="icon")
register.filter("bind_names", names.bind_names)
register.filter("short_date", formats.short_date, expects_localtime=True)
register.filter("long_date", formats.long_date, expects_localtime=True)
register.filter("weekday", formats.weekday, expects_localtime=True)
register.filter("clock", formats.clock, expects_localtime=True)
register.filter("month_label", formats.month_label, expects_localtime=True)
register.filter("number", formats.number)
register.filter("percent", formats.percent)
register.filter("file_size", formats.file_size)
register.filter("pages_count", formats.pages_count)


@register.simple_tag
def photo(picture: Picture, place: str, *, first: bool = False, described: bool = False) -> SafeString:
    """`{% photo story.picture "row" %}`: the `<picture>` of the image for one of the places of `pictures.SIZES`."""
    return picture_html(picture, place, first=first, described=described)


@register.filter(expects_localtime=True)
def iso(moment: date) -> str:
    """Return the value for `<time datetime>`: "2026-11-23" or "2026-11-23T08:30+07:00"."""
    return moment.isoformat(timespec="minutes") if isinstance(moment, datetime) else moment.isoformat()
