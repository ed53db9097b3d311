"""The application as in production, which hands out the pictures too: there, nginx does so, with the same headers."""

from django.conf import settings
from whitenoise import WhiteNoise

from cms.wsgi import application as site

application = WhiteNoise(site, max_age=3600)
application.add_files(settings.MEDIA_ROOT / "public", prefix="media/")
