"""The nightly check of links that lead outside the network (tenants.links)."""

from core.settings import env

LINK_CHECK = env.flag("LINK_CHECK", True)
