from sites.people.models.contact_page import ContactPage
from sites.people.models.official import Official
from sites.people.models.part import OrganizationPart
from sites.people.models.people_page import PeoplePage, Shown

__all__ = ["ContactPage", "Official", "OrganizationPart", "PeoplePage", "Shown"]
