"""Django forms drawn with the project's own components: `{{ form.name.as_field_group }}`."""

from typing import Any

from django import forms
from django.forms.renderers import DjangoTemplates
from django.template import loader

_CHECKED = (forms.CheckboxInput, forms.RadioSelect, forms.CheckboxSelectMultiple)


class ComponentRenderer(DjangoTemplates):
    """Fields come from templates/components/form-field, widgets from Django."""

    field_template_name = "components/form-field/form-field.html"

    def get_template(self, template_name: str) -> Any:
        if template_name.startswith("components/"):
            return loader.get_template(template_name)
        return super().get_template(template_name)


class ComponentForm(forms.Form):
    """A form whose labels end without a colon and whose controls look like the rest of the page.

    `reader` fills Django's `required` sentence, so that each says what is missing.
    """

    default_renderer = ComponentRenderer
    required_css_class = ""
    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if not isinstance(field.widget, _CHECKED):
                field.widget.attrs.setdefault("class", "cg-field__input")
