"""Registration only."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from sites.questions.admin.viewset import QuestionsMenuItem, QuestionViewSet

hooks.register("register_admin_viewset", QuestionViewSet)
hooks.register("register_admin_menu_item", QuestionsMenuItem)


@hooks.register("register_log_actions")
def register_log_actions(actions: Any) -> None:
    actions.register_action("questions.answer", _("Trả lời câu hỏi"), _("Đã trả lời câu hỏi"))
    actions.register_action("questions.decline", _("Không trả lời câu hỏi"), _("Đã nêu lý do không trả lời"))
    actions.register_action("questions.publish", _("Đăng câu hỏi"), _("Đã đăng câu hỏi lên trang"))
