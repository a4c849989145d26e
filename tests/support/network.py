"""The small network every test sees. Lan edits for An Bình, Minh approves there, Hoa edits for Phú Hòa and must never
see An Bình; Dũng is the portal's desk, Mai sits on the board, Khoa heads it. Sang operates the network.
"""

import uuid
from dataclasses import dataclass
from datetime import UTC, datetime

from core.identity.models import Identity
from core.text.fold import fold
from core.text.sort_key import sort_key
from tenants.units.actions.provision_site import provision_site
from tenants.units.models import Commune, Kind, Membership, Role, Unit, UnitName, UnitSite

OPENED_AT = datetime(2026, 9, 5, 1, 0, tzinfo=UTC)
PASSWORD = "mot hai ba bon nam"


@dataclass(frozen=True)
class Person:
    email: str
    full_name: str
    unit_code: str
    role: str


PEOPLE = (
    Person("thu@anbinh.example", "Trần Thị Thu", "th-an-binh", Role.AUTHOR),
    Person("lan@anbinh.example", "Nguyễn Thị Lan", "th-an-binh", Role.EDITOR),
    Person("minh@anbinh.example", "Lê Văn Minh", "th-an-binh", Role.APPROVER),
    Person("hoa@phuhoa.example", "Phạm Thị Hoa", "th-phu-hoa", Role.EDITOR),
    Person("binh@phuhoa.example", "Hồ Văn Bình", "th-phu-hoa", Role.APPROVER),
    Person("dung@so.example", "Võ Tiến Dũng", "so-gddt", Role.DESK),
    Person("mai@so.example", "Hoàng Thị Mai", "so-gddt", Role.BOARD_MEMBER),
    Person("khoa@so.example", "Đặng Đăng Khoa", "so-gddt", Role.BOARD_HEAD),
)


def build() -> None:
    """Fill a prepared database with the network."""
    portal = make_unit("so-gddt", "so", "Sở Giáo dục và Đào tạo Quảng Trị")
    room = make_unit("p-gdpt", "phong-so", "Phòng Giáo dục phổ thông", parent=portal)
    commune = Commune.objects.order_by("sort_key").first()
    make_site(portal, "portal.localhost")
    for code, name in (("th-an-binh", "Trường Tiểu học An Bình"), ("th-phu-hoa", "Trường Tiểu học Phú Hòa")):
        unit = make_unit(code, "tieu-hoc", name, commune=commune, levels=["tieu-hoc"])
        make_site(unit, f"{code}.localhost")
    for person in PEOPLE:
        identity = make_identity(person.email, person.full_name)
        unit = Unit.objects.get(code=person.unit_code)
        Membership.objects.create(
            identity=identity, unit=unit, role=person.role, room=room if person.role == Role.BOARD_MEMBER else None
        )
    make_identity("sang@vanhanh.example", "Ngô Quang Sang", is_operator=True)


def make_identity(email: str, full_name: str, *, is_operator: bool = False) -> Identity:
    identity = Identity(email=email, full_name=full_name, is_operator=is_operator)
    identity.set_password(PASSWORD)
    identity.save()
    return identity


def make_unit(
    code: str,
    kind: str,
    name: str,
    *,
    parent: Unit | None = None,
    commune: Commune | None = None,
    levels: list[str] | None = None,
) -> Unit:
    unit = Unit.objects.create(
        code=code,
        kind=Kind.objects.get(pk=kind),
        name=name,
        slug=code,
        sort_key=sort_key(name),
        folded=fold(name),
        administrative_parent=parent,
        commune=commune,
        levels=levels or [],
        address="Khối 3, xã thử nghiệm",
        phone="(0233) 000 0000",
        email=f"{code}@vidu.example",
        responsible_person="Hiệu trưởng",
    )
    UnitName.objects.create(unit=unit, name=name, slug=code, folded=fold(name))
    return unit


def make_site(unit: Unit, host: str) -> UnitSite:
    return provision_site(unit=unit, host=host, request_id=uuid.uuid5(uuid.NAMESPACE_DNS, host), at=OPENED_AT)


def site_of(code: str) -> UnitSite:
    """Return the site of the unit with this code, ready for `use_site`."""
    return UnitSite.objects.select_related("unit__kind", "unit__commune").get(unit__code=code)
