#!/usr/bin/env python
"""Django's command line. Settings are strict unless ``DEBUG=1`` is in the environment."""

import os
import sys


def main() -> None:
    """Run the command named on the command line."""
    from cms.settings.env import default_settings_module

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", default_settings_module())
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
