from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django_tasks import task

from sites.questions.models import Question
from tenants.units.address import address_of
from tenants.units.context import current_site


@task(queue_name="mail")
def mail_reply(question_pk: int) -> None:
    """Send the reply to the asker's mail address; nothing when it has been erased meanwhile."""
    question = Question.objects.select_related("page").get(pk=question_pk)
    if "@" not in question.contact:
        return
    site = current_site()
    context = {
        "question": question,
        "place": site.unit.name,
        "url": address_of(site, f"{reverse('sites:questions:track')}?ma={question.code}"),
    }
    subject, _blank, body = render_to_string("emails/question_reply.txt", context).strip().partition("\n")
    EmailMessage(
        subject=subject, body=body.strip() + "\n", from_email=settings.DEFAULT_FROM_EMAIL, to=[question.contact]
    ).send()
