from sites.questions.models.pages import QuestionPage, QuestionsPage
from sites.questions.models.question import Question

__all__ = ["Question", "QuestionPage", "QuestionsPage"]
