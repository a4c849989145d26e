"""What happens by time alone, once for the whole network."""

from datetime import datetime

from django.core.management import call_command
from django.utils import timezone

from sites.consultations.actions.erase import erase_commenters
from sites.exchange.publish_submission import publish_due
from sites.lookup.actions.remove import remove_due_results
from sites.people.actions.follow_people import follow_changed_day
from sites.questions.actions.erase import erase_personal_data
from tenants.exchange.actions.claim import expire_claims
from tenants.exchange.actions.tidy_store import tidy_store
from tenants.units.actions.collect_files import collect_files
from tenants.units.context import use_site
from tenants.units.due import run_due_units
from tenants.units.generation import raise_generation
from tenants.units.models import UnitSite
from tenants.units.task_worker import take_over_from_dead_workers


def tick(*, at: datetime) -> None:
    """Free expired claims, publish what is due on the portal and in the units, take over from dead workers."""
    take_over_from_dead_workers()
    expire_claims(at=at)
    portal = UnitSite.objects.select_related("unit__kind", "unit__commune").filter(is_portal=True).first()
    if portal:
        with use_site(portal):
            publish_due(at=at)
    run_due_units(at=at, act=lambda: _run_due(at))


def _run_due(at: datetime) -> None:
    """Do what a unit has due: each finds its own rows and is safe to run twice."""
    call_command("publish_scheduled", verbosity=0)
    follow_changed_day(at=at)
    erase_personal_data(day=timezone.localdate(at))
    erase_commenters(day=timezone.localdate(at))
    remove_due_results(at=at)
    raise_generation()  # what opens or closes by date looks different from now on


def tidy(*, at: datetime) -> None:
    """Remove what nobody needs any more: files without an edition or a row, results of finished tasks.

    Once a day is enough.
    """
    tidy_store()
    collect_files(at=at)
    call_command("prune_db_task_results", queue_name="*", failed_min_age_days=90, verbosity=0)
