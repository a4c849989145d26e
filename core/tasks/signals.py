"""What others may follow about background work."""

from django.dispatch import Signal

# sender: Attempt. attempt: of a task that has just been given up, its task fetched. Sent in the task's unit, inside the
# transaction that gives it up; a receiver that raises leaves the task to be given up again.
task_died = Signal()
