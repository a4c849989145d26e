"""What a killed publication leaves in the portal's folder is collected a day later, and nothing else."""

import signal
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.utils import timezone

from core.media.models import UnitImage
from tenants.units.actions.collect_files import collect_files
from tenants.units.context import use_site
from tenants.units.models import UnitSite
from tests.faults import world
from tests.faults.verbs import claimed, is_published, publish
from tests.support.network import site_of

pytestmark = [pytest.mark.faults, pytest.mark.usefixtures("network")]


def test_files_of_a_killed_publication_are_collected() -> None:
    case, portal = claimed(), site_of("so-gddt")
    before = world.files()
    assert world.signal_that_ended(lambda: publish(case), at_step="publish.before_commit") == signal.SIGKILL
    left = world.files() - before
    assert left
    assert collect_files(at=timezone.now()) == {}
    publish(case)
    at = timezone.now() + timedelta(hours=25)
    collected = collect_files(at=at)
    assert {Path(settings.MEDIA_ROOT, name) for name in collected[portal.schema_name]} >= left
    assert not left & world.files()
    is_published(case)
    for site in UnitSite.objects.all():
        with use_site(site):
            assert all(Path(image.file.path).exists() for image in UnitImage.objects.all())
    assert collect_files(at=at) == {}
