"""What the head of a page says in schema.org's words."""

from django import template

from sites.presenters.meta import trail

register = template.Library()
register.simple_tag(trail, name="breadcrumb_list")
