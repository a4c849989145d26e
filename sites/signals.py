"""What happens to a site's pages that Wagtail has no signal for."""

from django.dispatch import Signal

# A live page shows something else than before although nobody published it: a list it is made of has changed.
# instance: the specific page. Sent inside the transaction of the change.
page_content_changed = Signal()
