"""The twins, filled once a module: each test changes them within a transaction of its own."""

import logging
from copy import deepcopy
from pathlib import Path

import pytest
from django.test import override_settings
from django.utils import translation

from core.logs import UnitFilter
from tests.isolation.twins import Twin, make_twins
from tests.support.network import site_of


@pytest.fixture(scope="module")
def filled_twins(module_transaction: None, tmp_path_factory) -> tuple[tuple[Twin, Twin], Path]:
    """Return the twins and a folder for their files alone: with others there they would get other names."""
    folder = tmp_path_factory.mktemp("twins")
    with override_settings(MEDIA_ROOT=folder), translation.override("vi"):
        twins = make_twins(site_of("th-an-binh"), site_of("th-phu-hoa"), site_of("so-gddt"))
    return twins, folder


@pytest.fixture
def twins(filled_twins: tuple[tuple[Twin, Twin], Path], db: None, settings) -> tuple[Twin, Twin]:
    made, settings.MEDIA_ROOT = filled_twins
    return deepcopy(made)  # tests change the units they are given


@pytest.fixture
def log(caplog) -> pytest.LogCaptureFixture:
    caplog.handler.addFilter(UnitFilter())
    caplog.set_level(logging.DEBUG)
    return caplog
