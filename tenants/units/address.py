"""Whole addresses of a host, for mails and for links from one host to another."""

from django.conf import settings

from tenants.units.models import Domain, UnitSite

_USUAL_PORTS = {"http": 80, "https": 443}


def address_on(host: str, path: str = "/") -> str:
    """Return the address of `path` on `host`, with the port where the installation does not use the usual one."""
    port = "" if _USUAL_PORTS[settings.PUBLIC_SCHEME] == settings.PUBLIC_PORT else f":{settings.PUBLIC_PORT}"
    return f"{settings.PUBLIC_SCHEME}://{host}{port}{path}"


def address_of(site: UnitSite, path: str = "/") -> str:
    """Return the address of `path` on the site's present main host. One query."""
    return address_on(host_of(site), path)


def host_of(site: UnitSite) -> str:
    """Return the site's present main host. One query."""
    return Domain.objects.values_list("domain", flat=True).get(tenant=site, is_primary=True)
