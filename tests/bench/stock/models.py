"""A school's site: home, sections, articles, standing pages; the school's address as site settings."""

import json

from django.core.paginator import Paginator
from django.db import models
from django.utils.html import format_html, strip_tags
from django.utils.safestring import SafeString
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.fields import StreamField
from wagtail.images.models import AbstractImage, AbstractRendition, Image
from wagtail.models import Page, PageManager
from wagtail.query import PageQuerySet
from wagtail.search import index

from core.frontend.formats import reading_minutes
from tests.bench.stock.blocks import BodyBlock

PAGE_SIZE = 20
# What the templates' {% picture %} tags ask for, written as they write it: a list that prefetched other sizes would
# make them anew for every reader.
RENDITIONS = [f"format-{file_format}|width-{width}" for file_format in ("webp", "jpeg") for width in (360, 720, 1080)]
# The size in the head of a page, for links that are shared.
SHARED = "format-jpeg|width-720"


class SchoolImage(AbstractImage):
    credit = models.CharField(max_length=150, blank=True)

    admin_form_fields = (*Image.admin_form_fields, "credit")


class SchoolRendition(AbstractRendition):
    image = models.ForeignKey(SchoolImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        unique_together = (("image", "filter_spec", "focal_point_key"),)


@register_setting
class SchoolSettings(BaseSiteSetting):
    """The masthead, the contact block and the footer."""

    place = models.CharField(max_length=120)
    responsible = models.CharField(max_length=150)
    address = models.CharField(max_length=300)
    phone = models.CharField(max_length=60)
    email = models.EmailField()
    motto = models.CharField(max_length=120, blank=True)
    department = models.CharField(max_length=200)
    department_url = models.URLField()
    palette = models.CharField(max_length=12)


class ArticleQuerySet(PageQuerySet):
    def in_lists(self):
        """Newest first, without the bodies, with the covers and their renditions: two queries instead of two a row."""
        covers = models.Prefetch("cover_image", queryset=SchoolImage.objects.prefetch_renditions(*RENDITIONS))
        return self.order_by("-published_at").defer_streamfields().prefetch_related(covers)


class HomePage(Page):
    summary = models.TextField(blank=True, max_length=500)
    hero_image = models.ForeignKey(SchoolImage, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    news_section = models.ForeignKey(
        "wagtailcore.Page", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    notices_section = models.ForeignKey(
        "wagtailcore.Page", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    department_section = models.ForeignKey(
        "wagtailcore.Page", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    content_panels = [
        *Page.content_panels,
        FieldPanel("summary"),
        FieldPanel("hero_image"),
        FieldPanel("news_section"),
        FieldPanel("notices_section"),
        FieldPanel("department_section"),
    ]
    template = "stock/home.html"

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        articles = ArticlePage.objects.live()
        newest = articles.order_by("-published_at").defer_streamfields()
        context["news"] = articles.descendant_of(self.news_section).in_lists()[:5]
        context["notices"] = newest.descendant_of(self.notices_section)[:4]
        context["from_department"] = newest.descendant_of(self.department_section)[:3]
        return context


class SectionPage(Page):
    summary = models.TextField(blank=True, max_length=500)

    content_panels = [*Page.content_panels, FieldPanel("summary")]
    template = "stock/section.html"

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        articles = ArticlePage.objects.live().descendant_of(self).in_lists()
        page = Paginator(articles, PAGE_SIZE).get_page(request.GET.get("trang"))
        context["articles"] = page
        context["pages"] = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
        context["children"] = SectionPage.objects.live().child_of(self)
        return context


class ArticlePage(Page):
    summary = models.TextField(blank=True, max_length=500)
    cover_image = models.ForeignKey(SchoolImage, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    body = StreamField(BodyBlock(), blank=True)
    author = models.CharField(max_length=120, blank=True)
    published_at = models.DateTimeField(null=True, blank=True, db_index=True)
    source_name = models.CharField(max_length=150, blank=True)
    source_url = models.URLField(blank=True)
    source_published_at = models.DateTimeField(null=True, blank=True)

    content_panels = [
        *Page.content_panels,
        FieldPanel("summary"),
        FieldPanel("cover_image"),
        FieldPanel("body"),
        FieldPanel("author"),
        FieldPanel("published_at"),
        FieldPanel("source_name"),
        FieldPanel("source_url"),
        FieldPanel("source_published_at"),
    ]
    search_fields = [
        *Page.search_fields,
        index.SearchField("summary"),
        index.SearchField("body"),
        index.FilterField("published_at"),
    ]
    template = "stock/article.html"

    objects = PageManager.from_queryset(ArticleQuerySet)()

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["related"] = ArticlePage.objects.live().sibling_of(self, inclusive=False).in_lists()[:3]
        return context

    @property
    def minutes(self):
        texts = (block.value.source for block in self.body if block.block_type == "paragraph")
        return reading_minutes(strip_tags(" ".join([self.summary, *texts])))

    @property
    def json_ld(self):
        data = {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "headline": self.title,
            "description": self.summary,
            "image": self.cover_image.get_rendition(SHARED).full_url if self.cover_image else "",
            "datePublished": self.published_at.isoformat(),
            "dateModified": self.last_published_at.isoformat(),
            "inLanguage": "vi",
            "mainEntityOfPage": self.full_url,
            "author": {"@type": "Person", "name": self.author},
        }
        text = json.dumps(data, ensure_ascii=False).replace("<", "\\u003C").replace(">", "\\u003E")
        return format_html('<script type="application/ld+json">{}</script>', SafeString(text))


class StandardPage(Page):
    summary = models.TextField(blank=True, max_length=500)
    body = StreamField(BodyBlock(), blank=True)

    content_panels = [*Page.content_panels, FieldPanel("summary"), FieldPanel("body")]
    search_fields = [*Page.search_fields, index.SearchField("body")]
    template = "stock/standard.html"
