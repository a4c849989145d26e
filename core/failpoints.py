"""Named points at which a test kills the process for real, to show that nothing is lost and nothing doubled.

Every step of send, publish, accept, take-down and provisioning calls `reach`; tests/faults/ walks FAILPOINTS.
In production the call is one comparison with an empty string.
"""

import os
import signal

FAILPOINTS = frozenset(
    {
        "provision.schema_created",
        "provision.rows_written",
        "provision.before_commit",
        "send.files_stored",
        "send.ledger_written",
        "send.before_commit",
        "publish.files_copied",
        "publish.page_created",
        "publish.before_commit",
        "publish.after_commit",
        "accept.page_updated",
        "accept.before_commit",
        "take_down.page_hidden",
        "take_down.copy_hidden",
        "take_down.before_commit",
        "take_down.after_commit",
    }
)

_ARMED = os.environ.get("LIEN_THONG_FAILPOINT", "")


def reach(name: str) -> None:
    """Die by SIGKILL when `name` is the armed failpoint; otherwise do nothing."""
    if _ARMED and name == _ARMED:
        os.kill(os.getpid(), signal.SIGKILL)
