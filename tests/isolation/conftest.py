"""The twins, filled anew for each test."""

import logging

import pytest

from core.logs import UnitFilter
from tenants.units.models import UnitSite
from tests.isolation.twins import Twin, make_twins


@pytest.fixture
def twins(an_binh: UnitSite, phu_hoa: UnitSite, portal: UnitSite, settings, tmp_path) -> tuple[Twin, Twin]:
    settings.MEDIA_ROOT = tmp_path  # a file left there by another test would get the next one another name
    return make_twins(an_binh, phu_hoa, portal)


@pytest.fixture
def log(caplog) -> pytest.LogCaptureFixture:
    caplog.handler.addFilter(UnitFilter())
    caplog.set_level(logging.DEBUG)
    return caplog
