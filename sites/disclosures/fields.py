from typing import Any

from wagtail.fields import StreamField


class TableStreamField(StreamField):
    """A stream whose blocks stand in code and not in migrations.

    New wording, or a new column that the law asks for, then changes no table and needs no run through every unit.
    """

    def deconstruct(self) -> Any:
        name, _path, _args, kwargs = super().deconstruct()
        kept = {key: value for key, value in kwargs.items() if key in {"verbose_name", "blank"}}
        return name, "wagtail.fields.StreamField", [[]], {**kept, "block_lookup": {}}

    def formfield(self, **kwargs: Any) -> Any:
        """A new form starts with the default as blocks: Wagtail would hand it a callable default as it stands."""
        start = {"initial": lambda: self.to_python(self.get_default()), "show_hidden_initial": False}
        return super().formfield(**{**start, **kwargs})
