"""The whole site without a socket, for tests that ask for many pages."""

import pytest
from flask.testing import FlaskClient

from dashboard.content import FiguresSite
from dashboard.factory import create_app
from dashboard.settings import Settings


@pytest.fixture(scope="session")
def site() -> FlaskClient:
    """A client of the site as it is published."""
    settings = Settings()
    return create_app(settings, FiguresSite(settings)).server.test_client()
