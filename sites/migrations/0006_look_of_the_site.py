import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cms_sites", "0005_quoted_source"),
        ("media", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="homepage",
            name="logo",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="media.unitimage",
                verbose_name="biểu trưng",
            ),
        ),
        migrations.AddField(
            model_name="homepage",
            name="long_name",
            field=models.CharField(blank=True, editable=False, max_length=200, verbose_name="tên đầy đủ"),
        ),
        migrations.AddField(
            model_name="homepage",
            name="short_name",
            field=models.CharField(blank=True, editable=False, max_length=100, verbose_name="tên ngắn"),
        ),
        migrations.AddField(
            model_name="homepage",
            name="english_name",
            field=models.CharField(blank=True, editable=False, max_length=200, verbose_name="tên tiếng Anh"),
        ),
        migrations.AddField(
            model_name="homepage",
            name="section_order",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.BigIntegerField(), blank=True, default=list, editable=False, size=None
            ),
        ),
        migrations.AddField(
            model_name="homepage",
            name="block_order",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(max_length=20), blank=True, default=list, editable=False, size=None
            ),
        ),
        migrations.AddField(
            model_name="homepage",
            name="hidden_blocks",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(max_length=20), blank=True, default=list, editable=False, size=None
            ),
        ),
        migrations.AddField(
            model_name="homepage",
            name="is_start_put_aside",
            field=models.BooleanField(default=False, editable=False, verbose_name="đã cất mục Bắt đầu"),
        ),
    ]
