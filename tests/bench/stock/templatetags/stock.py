from django import template
from wagtail.models import Site

register = template.Library()


@register.simple_tag(takes_context=True)
def sections(context):
    """The pages in the menu: live children of the site's root page."""
    return Site.find_for_request(context["request"]).root_page.get_children().live().in_menu()


@register.simple_tag
def ancestors(page):
    """The way from the home page to the page above this one."""
    return page.get_ancestors().live().filter(depth__gt=1) if page.depth > 2 else []
