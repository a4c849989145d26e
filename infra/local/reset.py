"""Back to a fresh checkout: `python3 -m infra.local.reset` stops the local servers and removes what was made.

Downloads under the user's cache folder stay, so the next `make demo` need not fetch them again.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from infra.local import account, elasticsearch, paths, services
from infra.local.failure import LocalError, run
from infra.local.postgres import Server
from infra.local.processes import exclusive


def main() -> int:
    """Stop and remove everything of this checkout, unless a demo or a test run is using it."""
    if paths.VAR.exists():
        try:
            with exclusive(paths.VAR, wait=False):
                _remove()
        except BlockingIOError:
            raise LocalError("A demo or a test run of this checkout is under way: stop it first.") from None
    shutil.rmtree(paths.VENV, ignore_errors=True)
    print("Removed var/ and .venv/.")
    return 0


def _remove() -> None:
    services.FOLDER.mkdir(parents=True, exist_ok=True)
    with exclusive(services.FOLDER, wait=False):
        services.stop()
    for name in ("elasticsearch", "elasticsearch-bench"):
        elasticsearch.stop(account.place_for(paths.VAR / name))
    test_servers = [services.postgres_server(), services.older_postgres_server()]
    own_servers = [Server(account.place_for(paths.VAR / name)) for name in ("postgres", "postgres-bench")]
    for server in filter(None, [*own_servers, *test_servers]):
        server.remove()
    # Also what root's servers keep elsewhere when their account cannot enter the checkout.
    for folder in (services.FOLDER, paths.VAR):
        _remove_folder(account.place_for(folder / "any").parent)
        _remove_folder(folder)


def _remove_folder(folder: Path) -> None:
    try:
        shutil.rmtree(folder)
    except FileNotFoundError:
        pass
    except PermissionError:
        raise LocalError(
            f"{folder} holds files of another account, left by a run as root: run `sudo make reset`."
        ) from None


if __name__ == "__main__":
    run(main)
