from sites.disclosures.models.pages import DisclosuresPage, DisclosureYearPage, PartStanding
from sites.disclosures.models.plans import PeriodPlan, PeriodPlansPage, PlanKind

__all__ = [
    "DisclosureYearPage",
    "DisclosuresPage",
    "PartStanding",
    "PeriodPlan",
    "PeriodPlansPage",
    "PlanKind",
]
