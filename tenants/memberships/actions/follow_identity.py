from core.accounts.models import User
from core.identity.models import Identity
from core.schema import PUBLIC
from tenants.memberships.accounts import open_account, open_operator_account
from tenants.units.context import use_schema, use_site
from tenants.units.models import Unit, UnitSite


def follow_identity(*, identity: Identity) -> None:
    """Bring the person's local accounts up to date: name, address, and in the units served today the groups.

    Opens each unit the person ever served, since a former account still carries the address. Call it in the
    transaction that changes the identity. About 8 queries a unit.
    """
    sites = UnitSite.objects.filter(unit__memberships__identity=identity).select_related("unit__kind").distinct()
    for site in list(sites):
        follow_in_unit(identity=identity, site=site)
    with use_schema(PUBLIC):
        _rename(identity)
        if identity.is_operator:
            open_operator_account(identity=identity)


def follow_in_unit(*, identity: Identity, site: UnitSite) -> None:
    """Bring the local account of one unit up to date; without an open role there it is deactivated."""
    with use_site(site):
        _rename(identity)
        if User.objects.filter(identity_uuid=identity.uuid).exists():
            open_account(identity=identity, unit=site.unit)


def follow_in_unit_of(*, identity: Identity, unit: Unit) -> None:
    """The same by unit; nothing to do for one without a site."""
    site = UnitSite.objects.select_related("unit__kind").filter(unit=unit).first()
    if site is not None:
        follow_in_unit(identity=identity, site=site)


def _rename(identity: Identity) -> None:
    User.objects.filter(identity_uuid=identity.uuid).update(email=identity.email, full_name=identity.full_name)
