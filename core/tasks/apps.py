from django.apps import AppConfig


class TasksConfig(AppConfig):
    name = "core.tasks"
    label = "unit_tasks"
    verbose_name = "Việc nền"
