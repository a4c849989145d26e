from django_tasks import task
from modelsearch.index import insert_or_update_object
from wagtail.models import Page


@task
def index_first_pages() -> None:
    """Tell Wagtail's search of the admin about the pages the active unit started with; safe to run again."""
    for page in Page.objects.filter(depth__gt=2).specific().iterator():
        insert_or_update_object(page)
