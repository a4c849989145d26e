"""For Wagtail's page of one document."""

from django import template

from search.attachments.notices import unread_document

register = template.Library()
register.simple_tag(unread_document)
