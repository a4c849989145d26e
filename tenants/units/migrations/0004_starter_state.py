import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("units", "0003_imports_and_traces"),
    ]

    operations = [
        migrations.CreateModel(
            name="StarterState",
            fields=[
                (
                    "site",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="starter",
                        serialize=False,
                        to="units.unitsite",
                    ),
                ),
                ("digest", models.CharField(blank=True, max_length=64)),
                (
                    "pages",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=200), default=list, size=None
                    ),
                ),
                (
                    "added",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=300), default=list, size=None
                    ),
                ),
                ("error", models.TextField(blank=True)),
                ("at", models.DateTimeField()),
            ],
        ),
    ]
