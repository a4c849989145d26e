"""Fixtures every package shares: the copied database, the units, people who are logged in."""

from collections.abc import Callable, Iterator

import pytest
from django.test import Client

from search.querylog.record import waiting
from search.suggest import frequent, unit_names
from search.suggest.spelling import model as spelling
from search.vocabulary import current as vocabulary
from sites.lookup.serving import brake
from sites.lookup.serving.known import known_exams
from tenants.pagecache.shelf import shelves
from tenants.units.hosts import host_cache
from tenants.units.models import UnitSite
from tenants.units.pulse import pulses
from tests.support.network import PASSWORD, PEOPLE, site_of

pytest_plugins = ["tests.support.services"]

# They measure times, or start a network of processes: beside other tests they would measure those.
ALONE = ("bench", "browser", "demo", "faults", "local", "search/test_faults.py", "search/test_freshness.py")


# Every address asked for by everybody, minutes in one file. First, so that no process works on one of them when the
# others have nothing left; and on one PostgreSQL only, since what differs between them is schemas, not answers.
WALKS = (
    "isolation/test_twins.py",
    "isolation/test_twins_later.py",
    "isolation/test_page_cache.py",
    "isolation/test_routes.py",
    "sites/language",
)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    tests = config.rootpath / "tests"
    for item in items:
        for mark, parts in (("alone", ALONE), ("walk", WALKS)):
            if any(item.path.is_relative_to(tests / part) for part in parts):
                item.add_marker(mark)
    items.sort(key=lambda item: item.get_closest_marker("walk") is None)


@pytest.fixture(scope="session")
def django_db_setup(django_db_blocker: pytest.FixtureRequest) -> Iterator[None]:
    from tests.support.database import copied_database, run_database_name, use_database

    with django_db_blocker.unblock(), copied_database(run_database_name()) as name:
        use_database(name)
        yield


@pytest.fixture(scope="module")
def module_transaction(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[None]:
    """A transaction around all tests of a module, for what takes long to make and every test of it looks at.

    Each test still runs in one of its own, a savepoint here, and leaves nothing to the next but used-up sequences.
    """
    from django.db import connection, transaction

    with django_db_blocker.unblock(), transaction.atomic():
        yield
        connection.set_schema_to_public()
        transaction.set_rollback(True)


@pytest.fixture
def own_database(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[str]:
    """A database of the test's own, where commits are real: for threads, killed processes and other connections."""
    from django.db import connection

    from tests.support.database import copied_database, run_database_name, use_database

    shared = connection.settings_dict["NAME"]
    with django_db_blocker.unblock(), copied_database(f"{run_database_name()}_own") as name:
        use_database(name)
        host_cache.forget()
        yield name
        use_database(shared)


@pytest.fixture(autouse=True)
def _forget_between_tests(request: pytest.FixtureRequest) -> Iterator[None]:
    """Leave no cache, host, schema or language behind for the next test."""
    from django.core.cache import caches
    from django.db import connection
    from django.utils import translation

    translation.activate("vi")  # a request in another language leaves it active in its thread
    yield
    host_cache.forget()
    pulses.forget()
    shelves.clear()
    known_exams.forget()
    waiting.take()
    unit_names.kept.forget()
    frequent.kept.forget()
    spelling.kept.forget()
    vocabulary.forget()
    brake.BY_ADDRESS.forget()
    brake.BY_NUMBER.forget()
    for alias in ("default", "local"):
        caches[alias].clear()
    connection.set_schema_to_public()


@pytest.fixture
def portal(db: None) -> UnitSite:
    return site_of("so-gddt")


@pytest.fixture
def an_binh(db: None) -> UnitSite:
    return site_of("th-an-binh")


@pytest.fixture
def phu_hoa(db: None) -> UnitSite:
    return site_of("th-phu-hoa")


def host_of(code: str) -> str:
    return {"so-gddt": "portal.localhost"}.get(code, f"{code}.localhost")


@pytest.fixture
def visitor(db: None) -> Callable[[str], Client]:
    """Return a function: code of a unit → an anonymous client on its host."""
    return lambda code: Client(headers={"host": host_of(code)})


@pytest.fixture
def log_in(db: None) -> Callable[..., Client]:
    """Return a function: e-mail, and a unit's code when it is not the person's own → a client logged in by the form."""

    def log_in_as(email: str, *, at: str | None = None) -> Client:
        code = at or next(person.unit_code for person in PEOPLE if person.email == email)
        client = Client(headers={"host": host_of(code)})
        client.post("/quan-tri/dang-nhap/", {"email": email, "password": PASSWORD})
        return client

    return log_in_as
