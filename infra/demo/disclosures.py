"""School years, menus and plans of the demo's schools: figures drawn from each school's own number, complete or not."""

import random
from datetime import date, datetime, time, timedelta
from typing import Any

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from core.media.models import UnitDocument
from infra.demo.letter import Letter, draw_letter
from infra.demo.texts import CONTENT, DEMO_NOW, seed_of, tables
from sites.disclosures.actions.open_year import open_year
from sites.disclosures.law import PARTS, due_date, school_year_on, year_words
from sites.disclosures.models import DisclosuresPage, DisclosureYearPage, PeriodPlan, PeriodPlansPage, PlanKind
from sites.disclosures.models.plans import period_start, week_days
from sites.people.models import Official
from tenants.units.models import Unit

TODAY = timezone.localdate(DEMO_NOW)
THIS_YEAR = school_year_on(TODAY)
# How many parts of this year a school has published; others have all but the report, which comes in June.
# None: the year is not open yet.
DONE: dict[str, int | None] = {
    "mn-cua-tung": 6,
    "mn-huong-phung": 3,
    "th-phong-nha": 5,
    "th-song-hieu": None,
    "thcs-kien-giang": 6,
    "th-thcs-ba-long": 4,
    "ptdtnt-dakrong": 2,
}
YEARS_BACK = 2
WEEKS = 4


@transaction.atomic
def add_disclosures(row: dict[str, Any], unit: Unit) -> None:
    """Publish the school's years and plans; nothing where there is no such section. row: of the register."""
    section = DisclosuresPage.objects.first()
    if section is None:
        return
    done = DONE.get(row["code"], len(PARTS) - 1)
    for year in range(THIS_YEAR - YEARS_BACK, THIS_YEAR):
        _add_year(section, unit, year, done=len(PARTS))
    if done is not None:
        _add_year(section, unit, THIS_YEAR, done=done)
    if PeriodPlansPage.objects.exists():
        _add_plans(unit)


def _add_year(section: DisclosuresPage, unit: Unit, year: int, *, done: int) -> None:
    page = open_year(section=section, starts_in=year, user=None)
    held = {block["type"]: block["value"] for block in page.parts.raw_data}
    figures = _figures(unit, year)
    # The report comes last, the plan of the year first: schools fill what they have.
    ready = {part.key for part in (*PARTS[:2], PARTS[5], *PARTS[2:5], *PARTS[6:])[:done]}
    for part in PARTS:
        held[part.key] = {**held[part.key], **figures.get(part.key, {}), "is_ready": part.key in ready}
    if "report" in ready:
        held["report"]["files"] = [_report(unit, year).pk]
    stream: Any = [{"type": part.key, "value": held[part.key]} for part in PARTS]
    page.parts = stream
    page.save_revision(log_action=False).publish(log_action=False)
    _date_back(page, min(due_date(year) - timedelta(days=20 + seed_of(unit.code) % 30), TODAY - timedelta(days=12)))


def _date_back(page: DisclosureYearPage, day: date) -> None:
    """The demo's schools published in their time, not today."""
    page.refresh_from_db()
    days = {key: {**known, "day": day.isoformat()} for key, known in page.part_days.items()}
    at = timezone.make_aware(datetime.combine(day, time(9, 20)))
    DisclosureYearPage.objects.filter(pk=page.pk).update(part_days=days, first_published_at=at, last_published_at=at)


def _figures(unit: Unit, year: int) -> dict[str, dict[str, Any]]:
    """Return the parts' values; a school's figures differ a little from year to year."""
    words = next(row for row in tables(CONTENT / "disclosures.toml", "level") if unit.kind_id in row["kinds"])
    chance = random.Random(seed_of(f"{unit.code}{year}"))
    size = random.Random(seed_of(unit.code)).randint(2, 4)
    grades = [(grade, size, size * chance.randint(24, 32)) for grade in words["grades"]]
    pupils = sum(count for _grade, _classes, count in grades)
    return {
        "general": {**words["general"], "leaders": _leaders(), "sites": _sites(unit, len(grades) * size)},
        "finance": _finance(words, pupils, chance),
        "staff": {"staff": [_staff(name, count * size // 2 or 1, chance) for name, count in words["staff"].items()]},
        "facilities": {
            "land": str(pupils * 11 + 800),
            "land_a_pupil": f"{(pupils * 11 + 800) / pupils:.1f}",
            "land_minimum": "10",
            "rooms": _rooms(words, len(grades) * size, chance),
            "books": [
                {"grade": grade, "title": words["books"], "source": "Nhiều nhà xuất bản"} for grade, *_ in grades
            ],
        },
        "quality": words["quality"],
        "plan": {
            **words["plan"],
            "enrollment": [
                {"grade": words["grades"][0], "classes": size, "quota": size * 30, "who": words["who"]},
            ],
        },
        "results": {**_results(words, grades, chance), "remarks": words["remarks"]},
        "report": {"note": f"Báo cáo thường niên năm {year + 1}, kèm phụ lục số liệu."},
    }


def _leaders() -> list[dict[str, str]]:
    leaders = Official.objects.on_day(TODAY).filter(is_leader=True).order_by("position")
    return [
        {"name": one.full_name, "title": one.title, "phone": one.phone, "email": one.email, "duties": one.duties[:255]}
        for one in leaders
    ]


def _sites(unit: Unit, classes: int) -> list[dict[str, Any]]:
    """A large school teaches in one place, a small one in two."""
    if classes > 14:
        return [{"name": "Cơ sở chính", "address": unit.address, "classes": classes}]
    return [
        {"name": "Điểm trường trung tâm", "address": unit.address, "classes": classes - 2},
        {"name": "Điểm trường lẻ", "address": "Cách điểm trung tâm 4 km", "classes": 2},
    ]


def _finance(words: dict[str, Any], pupils: int, chance: random.Random) -> dict[str, Any]:
    budget = pupils * chance.randint(9, 12) * 1_000_000
    fees = pupils * chance.randint(9, 14) * 100_000
    return {
        "balance": [
            {"name": "Ngân sách nhà nước cấp", "income": budget, "expense": budget - chance.randint(1, 40) * 1_000_000},
            {"name": "Thu dịch vụ phục vụ giáo dục", "income": fees, "expense": fees - 2_500_000},
        ],
        "fees": words["fees"],
        "exemptions": [
            {"name": "Hỗ trợ chi phí học tập", "pupils": pupils // 18, "amount": pupils // 18 * 1_350_000},
            {"name": "Hỗ trợ ăn trưa", "pupils": pupils // 9, "amount": pupils // 9 * 1_440_000},
        ],
        "funds": [
            {"name": "Quỹ phúc lợi", "amount": chance.randint(8, 60) * 1_000_000},
            {"name": "Quỹ phát triển hoạt động sự nghiệp", "amount": chance.randint(5, 40) * 1_000_000},
        ],
    }


def _staff(name: str, total: int, chance: random.Random) -> dict[str, Any]:
    master = chance.randint(0, total // 3)
    college = chance.randint(0, (total - master) // 4)
    return {
        "name": name,
        "total": total,
        "master": master,
        "bachelor": total - master - college,
        "college": college,
        "standard": total - college,
        "trained": total,
    }


def _rooms(words: dict[str, Any], classes: int, chance: random.Random) -> list[dict[str, Any]]:
    rows = [{"name": "Phòng học", "have": classes, "minimum": classes}]
    return rows + [{"name": name, "have": chance.randint(0, 2), "minimum": 1} for name in words["rooms"]]


def _results(words: dict[str, Any], grades: list[tuple[str, int, int]], chance: random.Random) -> dict[str, Any]:
    pupils, outcomes = [], []
    for grade, _classes, total in grades:
        repeated = chance.randint(0, 3)
        pupils.append(
            {
                "grade": grade,
                "total": total,
                "girls": total // 2 - chance.randint(0, 5),
                "minority": chance.randint(0, total // 5),
                "disabled": chance.randint(0, 2),
            }
        )
        last = total - repeated if grade == words["grades"][-1] else None
        outcomes.append({"grade": grade, "completed": total - repeated, "repeated": repeated, "graduated": last})
    return {"pupils": pupils, "outcomes": outcomes}


def _report(unit: Unit, year: int) -> UnitDocument:
    title = f"Báo cáo thường niên năm {year + 1}"
    lines = (
        f"{unit.name} báo cáo kết quả năm học {year_words(year)} theo Điều 14 Thông tư 09/2024/TT-BGDĐT.",
        "Số liệu về đội ngũ, cơ sở vật chất, tài chính và kết quả giáo dục trùng với các mục đã công khai.",
        "Đây là tài liệu của mạng mẫu, mọi số liệu đều được đặt ra.",
    )
    letter = Letter(
        heading=unit.name,
        number=f"{40 + year % 10}/BC",
        day=f"ngày 10 tháng 6 năm {year + 1}",
        title=title,
        lines=lines,
    )
    document = UnitDocument(title=f"{title}, {unit.name}")
    document.file.save(
        f"bao-cao-thuong-nien-{year + 1}.pdf", ContentFile(draw_letter(letter, has_words=False)), save=False
    )
    document.save()
    return document


def _add_plans(unit: Unit) -> None:
    """Add menus of the last weeks, this one and the next; at kindergartens the plans of weeks and months, too."""
    content = tables(CONTENT / "disclosures.toml", "plan")
    chance = random.Random(seed_of(unit.code))
    monday = period_start(PlanKind.MENU, TODAY)
    for week in range(2 - WEEKS, 2):
        day = monday + timedelta(weeks=week)
        _add_plan(PlanKind.MENU, day, _week(content, PlanKind.MENU, chance))
        if unit.kind_id == "mam-non":
            _add_plan(PlanKind.WEEK, day, _week(content, PlanKind.WEEK, chance))
    if unit.kind_id == "mam-non":
        month = next(row for row in content if row["kind"] == PlanKind.MONTH)
        rows = [{"when": when, "main": main, "extra": ""} for when, main in month["lines"]]
        _add_plan(PlanKind.MONTH, TODAY.replace(day=1), rows)


def _week(content: list[dict[str, Any]], kind: str, chance: random.Random) -> list[dict[str, str]]:
    lines = next(row for row in content if row["kind"] == kind)["lines"]
    chosen = chance.sample(lines, 5)
    days = [row["value"]["when"] for row in week_days()]
    return [{"when": day, "main": main, "extra": extra} for day, (main, extra) in zip(days, chosen, strict=True)]


def _add_plan(kind: PlanKind, day: date, rows: list[dict[str, str]]) -> None:
    stream = [{"type": "row", "value": row} for row in rows]
    plan = PeriodPlan.objects.create(kind=kind, starts_date=day, rows=stream)
    at = timezone.make_aware(datetime.combine(day - timedelta(days=4), time(15, 30)))
    PeriodPlan.objects.filter(pk=plan.pk).update(published_at=min(at, DEMO_NOW))
