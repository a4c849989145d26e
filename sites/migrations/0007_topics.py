import django.contrib.postgres.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cms_sites", "0006_look_of_the_site"),
    ]

    operations = [
        migrations.AddField(
            model_name="articlepage",
            name="topics",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(max_length=60), blank=True, default=list, size=None, verbose_name="chủ đề"
            ),
        ),
        migrations.AddField(
            model_name="homepage",
            name="topics",
            field=models.JSONField(default=list, editable=False),
        ),
        migrations.AddField(
            model_name="republishedpage",
            name="topics",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(max_length=60), blank=True, default=list, size=None, verbose_name="chủ đề"
            ),
        ),
    ]
