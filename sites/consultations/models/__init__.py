from sites.consultations.models.comment import ReceivedComment
from sites.consultations.models.pages import ConsultationPage, ConsultationsPage, ConsultationState

__all__ = ["ConsultationPage", "ConsultationState", "ConsultationsPage", "ReceivedComment"]
