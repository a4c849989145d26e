from django.urls import URLPattern, path, reverse_lazy
from wagtail import hooks
from wagtail.admin.rich_text.editors.draftail.features import PluginFeature
from wagtail.rich_text.feature_registry import FeatureRegistry

from core.richtext.features import PASTE_FEATURE
from core.richtext.views import clean_paste


@hooks.register("register_rich_text_features")
def register_paste_plugin(features: FeatureRegistry) -> None:
    data = {"type": PASTE_FEATURE, "url": reverse_lazy("richtext_clean_paste")}
    features.register_editor_plugin("draftail", PASTE_FEATURE, PluginFeature(data, js=["richtext/js/paste.js"]))


@hooks.register("register_admin_urls")
def register_paste_url() -> list[URLPattern]:
    return [path("dan-van-ban/", clean_paste, name="richtext_clean_paste")]
