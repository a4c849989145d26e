"""Whom to tell about a hole."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from tenants.units.models import Unit, UnitSite

Visitor = Callable[[str], Client]
PATH = "/.well-known/security.txt"


@pytest.mark.django_db
def test_department_comes_first_then_the_unit(an_binh: UnitSite, visitor: Visitor) -> None:
    answer = visitor("th-an-binh").get(PATH)
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert re.findall("Contact: (.*)", answer.text) == [
        "mailto:so-gddt@vidu.example",
        "tel:+842330000000",
        "mailto:th-an-binh@vidu.example",
    ]
    assert f"Canonical: http://th-an-binh.localhost:8000{PATH}" in answer.text


@pytest.mark.django_db
def test_it_never_runs_out_and_is_valid_for_less_than_a_year(visitor: Visitor) -> None:
    expires = datetime.fromisoformat(re.findall("Expires: (.*)", visitor("so-gddt").get(PATH).text)[0])
    assert timedelta(days=100) < expires - timezone.now() < timedelta(days=365)


@pytest.mark.django_db
def test_without_contacts_there_is_no_file(visitor: Visitor) -> None:
    Unit.objects.update(email="", phone="")
    assert visitor("so-gddt").get(PATH).status_code == 404
