from tests.pages.corrections.conftest import cold_cache, story  # noqa: F401
