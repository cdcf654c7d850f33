# What is looked up by comes after what is filled in: a full table is put in order once, and quickly.

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('store', '0008_fill_names'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='nameword',
            index=models.Index(fields=['sound'], name='name_word_sound'),
        ),
        migrations.AddIndex(
            model_name='nameslip',
            index=models.Index(fields=['key', 'word'], name='name_slip_key'),
        ),
        migrations.AddIndex(
            model_name='organisationphrase',
            index=models.Index(fields=['text', 'organisation'], name='organisation_phrase_text'),
        ),
        migrations.AddIndex(
            model_name='personphrase',
            index=models.Index(fields=['text', 'person'], name='person_phrase_text'),
        ),
    ]
