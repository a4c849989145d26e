from django.apps import AppConfig


class QuestionsConfig(AppConfig):
    name = "sites.questions"
    label = "cms_questions"
    verbose_name = "Hỏi – Đáp"

    def ready(self) -> None:
        from sites.presenters import LISTS, TEXTS
        from sites.questions.models import QuestionPage, QuestionsPage
        from sites.questions.presenters.answered import present_answered
        from sites.questions.presenters.listing import present_questions

        LISTS[QuestionsPage] = present_questions
        TEXTS[QuestionPage] = present_answered
