"""The rows every unit's schema starts with, whatever its kind; captured once by tenants.units.schema_template."""

from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    Page,
    Site,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

from sites.models import ApprovalTask
from sites.starter.grants import give, missing_grants
from tenants.units.models.membership import Role

WORKFLOW_NAME = "Duyệt bài của đơn vị"


def seed_unit() -> None:
    """Replace Wagtail's welcome page, localhost site, groups and workflow by ours. Runs in the schema being seeded."""
    _remove_stock_rows()
    _name_roots()
    give(missing_grants())
    _start_workflow(Page.objects.get(depth=1))


def _remove_stock_rows() -> None:
    WorkflowPage.objects.all().delete()
    Workflow.objects.all().delete()
    GroupApprovalTask.objects.all().delete()
    Group.objects.all().delete()
    Site.objects.all().delete()
    for page in Page.objects.filter(depth=2):
        page.delete()


def _name_roots() -> None:
    """Wagtail's migrations name the root of pages and the root of collections in English, and lists show both."""
    Page.objects.filter(depth=1).update(title="Gốc", draft_title="Gốc")
    Collection.objects.filter(depth=1).update(name="Chung")


def _start_workflow(root: Page) -> None:
    # A proxy's rows are told apart by their content type only (Task.specific).
    content_type = ContentType.objects.get_for_model(ApprovalTask, for_concrete_model=False)
    task = ApprovalTask.objects.create(name="Duyệt bài", content_type=content_type)
    task.groups.add(Group.objects.get(name=Role.APPROVER))
    workflow = Workflow.objects.create(name=WORKFLOW_NAME)
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=1)
    WorkflowPage.objects.create(workflow=workflow, page=root)
