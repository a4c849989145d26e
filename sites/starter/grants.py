"""What the roles' groups of the active unit may do, brought to what sites.roles says."""

from collections.abc import Iterable

from django.contrib.auth.models import Group, Permission
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

from sites.roles import GRANTS, Grant
from tenants.units.models.membership import Role

_IMAGES, _DOCUMENTS = "wagtailimages", "wagtaildocs"
ENTER_ADMIN = "wagtailadmin.access_admin"


def missing_grants() -> list[tuple[Role, str]]:
    """Return (role, "app.codename") for each right that a group lacks. Five queries."""
    rights = _rights_by_group()
    return [
        (role, name) for role, grant in GRANTS.items() for name in _names(grant) if name not in rights.get(role, set())
    ]


def give(missing: Iterable[tuple[Role, str]]) -> None:
    """Give each role's group these rights; a role without a group gets one. Nothing is taken away.

    Raise KeyError for a right that no migration has made.
    """
    pks = {
        f"{app}.{codename}": pk
        for pk, app, codename in Permission.objects.values_list("pk", "content_type__app_label", "codename")
    }
    groups = {group.name: group for group in Group.objects.all()}
    plain, pages, media = [], [], []
    root, collection = Page.objects.get(depth=1), Collection.objects.get(depth=1)
    for role, name in missing:
        group = groups.get(role) or groups.setdefault(role, Group.objects.create(name=role))
        pk = pks[name]
        if name.startswith("wagtailcore.") and name.endswith("_page"):
            pages.append(GroupPagePermission(group=group, page=root, permission_id=pk))
        elif name.partition(".")[0] in {_IMAGES, _DOCUMENTS}:
            media.append(GroupCollectionPermission(group=group, collection=collection, permission_id=pk))
        else:
            plain.append(Group.permissions.through(group=group, permission_id=pk))
    Group.permissions.through.objects.bulk_create(plain)
    GroupPagePermission.objects.bulk_create(pages)
    GroupCollectionPermission.objects.bulk_create(media)


def _names(grant: Grant) -> list[str]:
    media = (f"{_DOCUMENTS if codename.endswith('_document') else _IMAGES}.{codename}" for codename in grant.media)
    return [ENTER_ADMIN, *(f"wagtailcore.{codename}" for codename in grant.page), *media, *grant.lists]


def _rights_by_group() -> dict[str, set[str]]:
    columns = ("group__name", "permission__content_type__app_label", "permission__codename")
    on_root = GroupPagePermission.objects.filter(page__depth=1).values_list(*columns)
    on_media = GroupCollectionPermission.objects.filter(collection__depth=1).values_list(*columns)
    rights: dict[str, set[str]] = {}
    for rows in (Group.permissions.through.objects.values_list(*columns), on_root, on_media):
        for group, app, codename in rows:
            rights.setdefault(group, set()).add(f"{app}.{codename}")
    return rights
