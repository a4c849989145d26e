from django.db import transaction

from sites.questions.models import Question, QuestionPage
from tenants.units.generation import raise_generation


@transaction.atomic
def withdraw_agreement(*, question_pk: int) -> None:
    """Empty the asker's name and contact at once, and take a name that was published off its page and its revisions.

    For the asker, who has the code, and for editors whom the asker called. The words of the agreement stay as evidence.
    """
    question = Question.objects.select_for_update(of=("self",)).get(pk=question_pk)
    question.asker_name = question.contact = ""
    question.shows_name = False
    question.save(update_fields=["asker_name", "contact", "shows_name"])
    page = question.page
    if page is not None:
        QuestionPage.objects.filter(pk=page.pk).update(asker_name="")
        for revision in page.revisions.all():
            revision.content["asker_name"] = ""
            revision.save(update_fields=["content"])
        raise_generation()
