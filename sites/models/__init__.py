from sites.models.approval import ApprovalTask
from sites.models.article import ArticleContent, ArticlePage
from sites.models.base import BasePage
from sites.models.document_import import DocumentImport
from sites.models.document_relation import DocumentRelation, RelationKind
from sites.models.from_units import FromUnitsPage, Origin, RepublishedPage
from sites.models.gone import GoneAddress
from sites.models.home import HomePage
from sites.models.legal_document import LegalDocumentPage, RegisterPage
from sites.models.section import SectionPage
from sites.models.standard import StandardPage

__all__ = [
    "ApprovalTask",
    "ArticleContent",
    "ArticlePage",
    "BasePage",
    "DocumentImport",
    "DocumentRelation",
    "FromUnitsPage",
    "GoneAddress",
    "HomePage",
    "LegalDocumentPage",
    "Origin",
    "RegisterPage",
    "RelationKind",
    "RepublishedPage",
    "SectionPage",
    "StandardPage",
]
