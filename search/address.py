from django.http import QueryDict

from search import form
from search.facets import Facet


class Address:
    """Addresses of the search page that differ from the present one in one thing."""

    def __init__(self, path: str, fields: QueryDict) -> None:
        self.path = path
        self._fields = fields

    def changed(self, name: str, value: str | None) -> str:
        """Return the address with this field set (None: left out), on its first page."""
        fields = self._fields.copy()
        fields.pop(form.PAGE, None)
        fields.pop(name, None)
        if value is not None:
            fields[name] = value
        return self._write(fields)

    def page(self, number: int) -> str:
        """Return the address of another page of the same results."""
        return self.changed(form.PAGE, str(number) if number > 1 else None)

    def without_value(self, facet: Facet, value: str) -> str:
        """Return the address with one choice of a facet taken back."""
        fields = self._fields.copy()
        fields.pop(form.PAGE, None)
        fields.setlist(facet, [other for other in fields.getlist(facet) if other != value])
        return self._write(fields)

    def without_filters(self) -> str:
        """Return the address with the same words and scope and no filter."""
        fields = self._fields.copy()
        for name in (*Facet, form.PAGE):
            fields.pop(name, None)
        return self._write(fields)

    def value(self, name: str) -> str:
        """Return what a field holds now, or ""."""
        return str(self._fields.get(name, ""))

    def kept(self) -> tuple[tuple[str, str], ...]:
        """Return the fields beside the filters, for a form that changes only filters."""
        names = (form.TEXT, form.SCOPE, form.ORDER, form.EXACT)
        return tuple((name, self.value(name)) for name in names if self.value(name))

    def _write(self, fields: QueryDict) -> str:
        query = fields.urlencode()
        return f"{self.path}?{query}" if query else self.path
