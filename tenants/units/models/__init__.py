from tenants.units.models.dated import UnitHost, UnitName, UnitParent
from tenants.units.models.due import Due
from tenants.units.models.import_run import ImportRun, ImportState
from tenants.units.models.kind import Kind
from tenants.units.models.membership import Membership, Role
from tenants.units.models.place import Commune
from tenants.units.models.register import RegisterVersion
from tenants.units.models.site import Domain, SchemaTemplate, UnitSite
from tenants.units.models.starter import StarterState
from tenants.units.models.trace import UnitTrace, UnitVerb
from tenants.units.models.unit import SchoolLevel, Unit

__all__ = [
    "Commune",
    "Domain",
    "Due",
    "ImportRun",
    "ImportState",
    "Kind",
    "Membership",
    "RegisterVersion",
    "Role",
    "SchemaTemplate",
    "SchoolLevel",
    "StarterState",
    "Unit",
    "UnitHost",
    "UnitName",
    "UnitParent",
    "UnitSite",
    "UnitTrace",
    "UnitVerb",
]
