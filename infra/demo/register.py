"""Units, sites and people of the demo; every step may be run again and continues a half-finished run."""

import uuid
from typing import Any

from core.identity.models import Identity
from core.text.fold import fold
from core.text.sort_key import sort_key
from infra.demo.texts import DEMO_NOW
from tenants.units.actions.provision_site import provision_site
from tenants.units.models import Commune, Membership, Role, Unit, UnitName, UnitParent, UnitSite
from tenants.units.models.dated import Relation

PASSWORD = "hai con suong som"
DOMAIN = "localhost"

# One person a role; the unit is a code of content/units.toml, the room one of the Sở's.
PEOPLE: tuple[tuple[str, str, Role, str, str], ...] = (
    ("nguoiviet@ba-long.example", "Cô giáo Hạnh", Role.AUTHOR, "th-thcs-ba-long", ""),
    ("bientap@ba-long.example", "Thầy giáo Nam", Role.EDITOR, "th-thcs-ba-long", ""),
    ("hieutruong@ba-long.example", "Hiệu trưởng Ba Lòng", Role.APPROVER, "th-thcs-ba-long", ""),
    ("quantri@ba-long.example", "Cán bộ quản trị Ba Lòng", Role.ADMINISTRATOR, "th-thcs-ba-long", ""),
    ("hieutruong@khe-sanh.example", "Hiệu trưởng Khe Sanh", Role.APPROVER, "th-khe-sanh", ""),
    ("tokythuat@so.example", "Anh Minh, Tổ kỹ thuật", Role.DESK, "so-gddt", ""),
    ("tokythuat2@so.example", "Chị Ngân, Tổ kỹ thuật", Role.DESK, "so-gddt", ""),
    (
        "phonggdpt@so.example",
        "Thành viên Ban Biên tập, Phòng GDPT",
        Role.BOARD_MEMBER,
        "so-gddt",
        "so-giao-duc-pho-thong",
    ),
    ("truongban@so.example", "Trưởng Ban Biên tập", Role.BOARD_HEAD, "so-gddt", ""),
    ("vanphong@so.example", "Văn phòng Sở", Role.OFFICE, "so-gddt", ""),
)
OPERATOR = ("vanhanh@mangluoi.example", "Người vận hành mạng lưới")


def host_of(label: str) -> str:
    return f"{label}.{DOMAIN}"


def make_units(rows: list[dict[str, Any]]) -> None:
    """Enter the units that are missing, with name and parents."""
    known = {unit.code: unit for unit in Unit.objects.all()}
    for row in rows:
        if row["code"] not in known:
            known[row["code"]] = _make_unit(row, known)


def _make_unit(row: dict[str, Any], known: dict[str, Unit]) -> Unit:
    unit = Unit.objects.create(
        code=row["code"],
        kind_id=row["kind"],
        name=row["name"],
        short_name=row["short_name"],
        slug=row["code"],
        sort_key=sort_key(row["name"]),
        folded=fold(row["name"]),
        administrative_parent=known.get(row["parent"]),
        commune=Commune.objects.filter(pk=row["commune_code"]).first(),
        levels=row["levels"],
        address=row["address"],
        phone=row["phone"],
        email=row["email"],
        responsible_person=row["responsible_person"],
        closed_date=row.get("closed_on"),
    )
    UnitName.objects.create(unit=unit, name=unit.name, short_name=unit.short_name, slug=unit.slug, folded=unit.folded)
    for key, relation in (("parent", Relation.ADMINISTRATIVE), ("professional_parent", Relation.PROFESSIONAL)):
        if row[key]:
            UnitParent.objects.create(unit=unit, parent=known[row[key]], relation=relation)
    return unit


def make_site(row: dict[str, Any]) -> UnitSite:
    """Return the unit's site, made when it is missing."""
    unit = Unit.objects.select_related("kind", "commune").get(code=row["code"])
    return provision_site(
        unit=unit,
        host=host_of(row["host"]),
        request_id=uuid.uuid5(uuid.NAMESPACE_DNS, host_of(row["host"])),
        at=DEMO_NOW,
        palette=row["palette"],
        motto=row["motto"],
    )


def extra_rows(count: int) -> list[dict[str, Any]]:
    """Return `count` further primary schools, one commune after the other, for a larger network."""
    communes = list(Commune.objects.order_by("code"))
    rows = []
    for number in range(count):
        commune = communes[number % len(communes)]
        turn = number // len(communes) + 1
        name = f"Trường Tiểu học số {turn + 1} {commune.name}"
        code = f"th-{turn + 1}-{fold(commune.name).replace(' ', '-')}"
        rows.append(
            {
                "code": code,
                "kind": "tieu-hoc",
                "name": name,
                "short_name": name.removeprefix("Trường "),
                "host": code,
                "parent": "",
                "professional_parent": "so-gddt",
                "commune_code": commune.code,
                "levels": ["tieu-hoc"],
                "address": f"{commune.full_name}, tỉnh Quảng Trị",
                "phone": "(0233) 000 0999",
                "email": f"{code}@vidu.example",
                "responsible_person": "Hiệu trưởng",
                "palette": "cua-tung",
                "motto": "",
                "status": "active",
            }
        )
    return rows


def make_people() -> None:
    """Enter one person a role and the operator, all with PASSWORD."""
    for email, name, role, code, room in PEOPLE:
        identity = _identity(email, name)
        Membership.objects.get_or_create(
            identity=identity,
            unit=Unit.objects.get(code=code),
            role=role,
            ended_at=None,
            defaults={"room": Unit.objects.filter(code=room).first()},
        )
    _identity(*OPERATOR, is_operator=True)


def _identity(email: str, name: str, *, is_operator: bool = False) -> Identity:
    identity = Identity.objects.filter(email=email).first()
    if identity is None:
        identity = Identity(email=email, full_name=name, is_operator=is_operator)
        identity.set_password(PASSWORD)
        identity.save()
    return identity
