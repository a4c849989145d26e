"""Back to a fresh checkout: `python3 -m infra.local.reset` stops the local servers and removes what was made.

Downloads under the user's cache folder stay, so the next `make demo` need not fetch them again.
"""

from __future__ import annotations

import shutil

from infra.local import account, elasticsearch, paths, postgres, services
from infra.local.failure import LocalError, run
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
        elasticsearch.stop(elasticsearch.default_folder())
        for server in (
            services.postgres_server(),
            services.older_postgres_server(),
            postgres.Server(postgres.default_folder()),
        ):
            if server:
                server.remove()
        for folder in (
            paths.VAR,
            account.place_for(paths.VAR / "any").parent,
            account.place_for(services.FOLDER / "any").parent,
        ):
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
