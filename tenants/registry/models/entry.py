from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models

from tenants.registry.models.version import NextVersion


class EntryState(models.TextChoices):
    """Live is found. Hidden waits for its unit to return (suspension). Gone is a tombstone without text."""

    LIVE = "live"
    HIDDEN = "hidden"
    GONE = "gone"


class EntryQuerySet(models.QuerySet["Entry"]):
    def live(self) -> "EntryQuerySet":
        """Entries a reader may find."""
        return self.filter(state=EntryState.LIVE)


class Entry(models.Model):
    """A published thing of a unit: all that search and lists across units need, without opening the unit's schema.

    Written only by tenants.registry.actions, inside the transaction that publishes or takes down. `levels`, `unit_kind`
    and `commune_code` repeat the unit's (or, for a republished post, its origin's) so that lists need one index.
    """

    unit = models.ForeignKey("units.Unit", on_delete=models.PROTECT, related_name="entries")
    object_type = models.CharField(max_length=30)
    object_id = models.BigIntegerField()
    state = models.CharField(max_length=6, choices=EntryState, default=EntryState.LIVE)
    version = models.BigIntegerField(db_default=NextVersion())
    locale = models.CharField(max_length=12)
    path = models.TextField()
    title = models.TextField()
    document = models.JSONField(default=dict)
    # core.text.document_number.number_key: equal for every way of writing one document number.
    number_key = models.CharField(max_length=100, blank=True)

    unit_kind = models.CharField(max_length=50)
    levels = ArrayField(models.CharField(max_length=10), default=list, blank=True)
    commune_code = models.CharField(max_length=10, blank=True)
    year = models.PositiveSmallIntegerField(null=True)
    has_origin = models.BooleanField(default=False)
    # Of a republished post: the entry of the unit's own, also once that one is a tombstone.
    original = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="copies", db_index=False
    )
    published_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    # Words without marks, separated by spaces: PostgreSQL has neither unaccent nor Vietnamese here.
    folded_title = models.TextField(blank=True)
    folded = models.TextField(blank=True)
    search_vector = models.GeneratedField(
        expression=SearchVector("folded_title", config="simple", weight="A")
        + SearchVector("folded", config="simple", weight="D"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    objects = EntryQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["unit", "object_type", "object_id"], name="registry_one_entry_a_thing"),
            models.CheckConstraint(condition=models.Q(state__in=EntryState.values), name="registry_state_known"),
        ]
        indexes = [
            GinIndex(fields=["search_vector"], name="registry_words"),
            models.Index(fields=["number_key"], opclasses=["varchar_pattern_ops"], name="registry_number"),
            models.Index(fields=["-published_at"], condition=models.Q(state="live"), name="registry_latest"),
            models.Index(fields=["commune_code", "-published_at"], name="registry_commune_latest"),
            models.Index(fields=["object_type", "-published_at"], name="registry_type_latest"),
            models.Index(fields=["original"], condition=~models.Q(original=None), name="registry_copies"),
        ]

    def __str__(self) -> str:
        return self.title or f"{self.object_type} {self.object_id}"

    @property
    def is_findable(self) -> bool:
        return self.state == EntryState.LIVE
