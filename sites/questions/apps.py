from django.apps import AppConfig


class QuestionsConfig(AppConfig):
    name = "sites.questions"
    label = "cms_questions"
    verbose_name = "Hỏi – Đáp"

    def ready(self) -> None:
        from sites.presenters import LISTS, TEXTS
        from sites.questions.models import QuestionPage, QuestionsPage
        from sites.questions.presenters.answered import present_answered
        from sites.questions.presenters.listing import present_questions, question_feed
        from sites.views.feeds import SECTION_ROWS

        LISTS[QuestionsPage] = present_questions
        TEXTS[QuestionPage] = present_answered
        SECTION_ROWS["questionspage"] = question_feed
