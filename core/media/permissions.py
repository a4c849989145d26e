"""Who may fetch a file."""

from django.http import HttpRequest
from wagtail.documents.permissions import permission_policy as document_policy
from wagtail.images import permissions as image_permissions
from wagtail.models import Page, PageViewRestriction

from core.media.models import Faces, UnitDocument, UnitImage
from core.media.queries import pages_showing

_ANY_USE = ("add", "change", "delete", "choose")


def may_fetch(stored: UnitImage | UnitDocument, *, request: HttpRequest) -> bool:
    """Return whether whoever sent `request` may read the file or a rendition of it.

    A public file: everybody, without a look at the session. Otherwise: those who may use it in the admin, and readers
    who have passed the restriction (password, log-in, group) of a live page that shows it.
    """
    return stored.is_public or _may_use(stored, request) or _passed_restriction(stored, request)


def _may_use(stored: UnitImage | UnitDocument, request: HttpRequest) -> bool:
    user = request.user
    if not user.is_authenticated or not user.has_perm("wagtailadmin.access_admin"):
        return False
    policy = image_permissions.permission_policy if isinstance(stored, UnitImage) else document_policy
    return policy.user_has_any_permission_for_instance(user, _ANY_USE, stored)


def _passed_restriction(stored: UnitImage | UnitDocument, request: HttpRequest) -> bool:
    if not PageViewRestriction.objects.exists() or _is_withheld(stored):
        return False
    keys = pages_showing(type(stored), [stored.pk]).get(stored.pk, set())
    for page in Page.objects.live().filter(pk__in=keys):
        restrictions = page.get_view_restrictions()
        if restrictions and all(restriction.accept_request(request) for restriction in restrictions):
            return True
    return False


def _is_withheld(stored: UnitImage | UnitDocument) -> bool:
    if isinstance(stored, UnitImage):
        return stored.faces == Faces.UNCONSENTED
    return stored.consented_images.exists()
