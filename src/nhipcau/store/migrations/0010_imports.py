import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("store", "0009_find_quickly"),
    ]

    operations = [
        migrations.CreateModel(
            name="ImportSheetRow",
            fields=[
                ("id", models.CharField(max_length=32, primary_key=True, serialize=False)),
                ("source", models.CharField(max_length=200)),
                ("file_name", models.CharField(max_length=255)),
                ("file_key", models.CharField(max_length=64)),
                ("sheet", models.CharField(max_length=255)),
                ("sheets", models.JSONField(default=list)),
                ("heads", models.JSONField(default=list)),
                ("mapping", models.JSONField(default=list)),
                ("rows", models.PositiveIntegerField(default=0)),
                ("state", models.CharField(db_index=True, max_length=12)),
                ("batch", models.CharField(default="", max_length=32)),
                ("created_at", models.DateTimeField()),
                ("created_by", models.CharField(max_length=200)),
                ("committed_at", models.DateTimeField(null=True)),
                ("committed_by", models.CharField(default="", max_length=200)),
                ("counts", models.JSONField(default=dict)),
                ("kept", models.PositiveIntegerField(default=0)),
                ("demo", models.BooleanField(db_index=True, default=False)),
                ("version", models.PositiveIntegerField(default=1)),
            ],
            options={
                "db_table": "imports",
                "indexes": [models.Index(fields=["source", "id"], name="import_of_source")],
            },
        ),
        migrations.CreateModel(
            name="ImportLineRow",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("number", models.PositiveIntegerField()),
                ("cells", models.JSONField()),
                ("key", models.CharField(default="", max_length=200)),
                ("numbers", models.TextField(default="")),
                ("problems", models.JSONField(default=list)),
                ("worst", models.PositiveSmallIntegerField(default=0)),
                ("codes", models.TextField(default="")),
                ("skipped", models.BooleanField(default=False)),
                ("outcome", models.CharField(default="", max_length=12)),
                ("organisation_id", models.CharField(max_length=32, null=True)),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="lines", to="store.importsheetrow"
                    ),
                ),
            ],
            options={
                "db_table": "import_lines",
                "indexes": [
                    models.Index(fields=["owner", "worst", "number"], name="import_line_worst"),
                    models.Index(fields=["owner", "key"], name="import_line_key"),
                ],
                "constraints": [models.UniqueConstraint(fields=("owner", "number"), name="import_line_number")],
            },
        ),
    ]
