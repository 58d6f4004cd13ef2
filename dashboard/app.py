"""The application as servers import it: `dashboard.app:server`."""

import os

from dashboard.content import FiguresSite
from dashboard.factory import create_app
from dashboard.settings import Settings

_settings = Settings.from_environment(os.environ)
app = create_app(_settings, FiguresSite(_settings))
server = app.server
