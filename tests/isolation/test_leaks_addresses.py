"""Addresses: whatever a unit mails or links names its own host, at once and in every process."""

import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.conf import settings as project
from django.core import mail
from django.core.cache import cache
from django.db import transaction
from django_tasks_db.models import DBTaskResult
from wagtail.admin import userbar, utils
from wagtail.admin.mail import send_notification
from wagtail.admin.templatetags import wagtailadmin_tags
from wagtail.models import Comment, Page, Site

from core.identity.models import Identity
from infra.demo.management.commands.create_demo import Command as CreateDemo
from sites.questions.models import Question
from sites.questions.tasks import mail_reply
from tenants.memberships import tasks
from tenants.memberships.accounts import open_account
from tenants.units.context import use_site
from tenants.units.models import Membership, Role, UnitSite
from tests.isolation.test_leaks import ours_and_stock
from tests.sites.questions.conftest import ask
from tests.support.network import site_of

AN_BINH = f"th-an-binh.localhost:{project.PUBLIC_PORT}"
LAN, MINH = "lan@anbinh.example", "minh@anbinh.example"


def identity(email: str) -> Identity:
    return Identity.objects.get(email=email)


def comment_of_wagtail() -> None:
    """The one mail of Wagtail's that is left: somebody commented on a page."""
    minh = open_account(identity=identity(MINH), unit=site_of("th-an-binh").unit)
    page = Page.objects.get(slug="gioi-thieu").specific
    comment = Comment(page=page, user=minh, text="Sửa giúp câu này", contentpath="title")
    context = {"page": page, "editor": minh, "new_comments": [comment]}
    send_notification([minh], "updated_comments", context)


def lost_report() -> None:
    Membership.objects.create(identity=identity(MINH), unit=site_of("th-an-binh").unit, role=Role.ADMINISTRATOR)
    Identity.objects.filter(is_operator=True).update(is_operator=False)  # operators work on the console's host
    tasks.mail_lost_report.call(LAN)
    for queued in DBTaskResult.objects.filter(task_path=tasks.mail_lost_alert.module_path):
        queued.task.call(*queued.task_result.args, **queued.task_result.kwargs)


def question_reply() -> None:
    question = ask()
    Question.objects.filter(pk=question.pk).update(room="Văn phòng", reply="Phụ huynh nộp đơn ở nơi đến.")
    mail_reply.call(question.pk)


# Every mail a unit sends. Those of templates/emails are named after their template; a new one without a row fails.
MAILS: dict[str, Callable[[], object]] = {
    "invitation": lambda: tasks.mail_invitation.call(identity(LAN).pk, [Role.EDITOR]),
    "reset": lambda: tasks.mail_reset.call(LAN),
    "new_email": lambda: tasks.mail_new_email.call(identity(LAN).pk, "lan.moi@anbinh.example"),
    "email_changed": lambda: tasks.mail_email_changed.call(LAN, "Nguyễn Thị Lan"),
    "lost_alert": lost_report,
    "question_reply": question_reply,
    "comment of Wagtail": comment_of_wagtail,
}


@pytest.mark.parametrize("name", MAILS)
def test_every_mail_of_a_unit_names_its_own_host(an_binh: UnitSite, name: str) -> None:
    with use_site(an_binh):
        MAILS[name]()
    assert hosts_in_mails() == {AN_BINH}


def test_every_template_of_a_mail_has_a_row() -> None:
    assert {path.stem for path in Path(project.BASE_DIR, "templates/emails").iterdir()} <= set(MAILS)


def test_one_setting_for_all_would_name_another_host(an_binh: UnitSite, settings, monkeypatch) -> None:
    """Wagtail's own function put back, with the one address it knows."""
    settings.WAGTAILADMIN_BASE_URL = "https://portal.localhost"
    for module in (utils, userbar, wagtailadmin_tags):
        monkeypatch.setattr(module, "get_admin_base_url", lambda: project.WAGTAILADMIN_BASE_URL)
    with use_site(an_binh):
        comment_of_wagtail()
    assert hosts_in_mails() == {"portal.localhost"}


def hosts_in_mails() -> set[str]:
    """Return host and port of every address in the mails sent, and "" for one without a host."""
    texts = [message.body for message in mail.outbox]
    assert texts
    return {urlsplit(address).netloc for text in texts for address in re.findall(r"https?://\S+|(?<=\s)/\S+", text)}


@ours_and_stock
def test_absolute_addresses_follow_the_port(an_binh: UnitSite, is_stock: bool) -> None:
    """Wagtail stores a port with each site; the demo on another DEMO_PORT rewrites it (stock: nobody does)."""
    if not is_stock:
        CreateDemo()._follow_port(8123)
    with use_site(an_binh):
        address = Page.objects.get(slug="gioi-thieu").full_url
    assert (urlsplit(address).port != 8123) is is_stock


READER = """
import sys, django
django.setup()
from django.conf import settings
from django.core.cache import caches
from django.test import override_settings
from wagtail.models import Site
from tenants.units.context import use_schema
settings.DATABASES["default"]["NAME"] = sys.argv[2]
settings.CACHES = {alias: {**cache, "BACKEND": sys.argv[4], "LOCATION": sys.argv[3]}
                   for alias, cache in settings.CACHES.items()}
with use_schema(sys.argv[1]):
    for line in sys.stdin:
        print(Site.get_site_root_paths()[0].root_url, flush=True)
"""
FILES, MEMORY = (f"django.core.cache.backends.{name}" for name in ("filebased.FileBasedCache", "locmem.LocMemCache"))


@pytest.fixture
def other_process(own_database: str, settings, tmp_path: Path, request) -> Iterator[Callable[[], str]]:
    """Return a function that asks another process for An Bình's root address. Its cache: as in production, or stock."""
    backend = MEMORY if request.param else FILES
    settings.CACHES = {
        alias: {**values, "BACKEND": FILES, "LOCATION": str(tmp_path)} for alias, values in project.CACHES.items()
    }
    cache.clear()
    schema = site_of("th-an-binh").schema_name
    process = subprocess.Popen(
        [sys.executable, "-c", READER, schema, own_database, str(tmp_path), backend],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1, cwd=project.BASE_DIR,
    )  # fmt: skip

    def ask() -> str:
        process.stdin.write("\n")
        return process.stdout.readline().strip()

    yield ask
    process.stdin.close()
    process.wait(10)


@pytest.mark.parametrize(("other_process", "is_stock"), [(False, False), (True, True)], indirect=["other_process"])
def test_another_process_follows_a_changed_host(other_process: Callable[[], str], is_stock: bool) -> None:
    """Wagtail keeps the roots of sites for an hour; a cache of each process's own would not hear of the change.

    The other process reads while the change is not committed yet: what it stores then must not stay either.
    """
    assert other_process().endswith(AN_BINH)
    with use_site(site_of("th-an-binh")), transaction.atomic():
        site = Site.objects.get()
        site.hostname = "an-binh.localhost"
        site.save()
        assert other_process().endswith(AN_BINH)
    assert follows_within(other_process, seconds=0 if is_stock else 2) is not is_stock


def follows_within(ask: Callable[[], str], *, seconds: float) -> bool:
    deadline = time.monotonic() + seconds
    while "//an-binh.localhost" not in (answer := ask()) and time.monotonic() < deadline:
        continue
    return "//an-binh.localhost" in answer
