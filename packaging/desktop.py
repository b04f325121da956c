"""What the bundle starts for ``leerplicht-desktop``."""

import sys

from leerplicht_desktop.__main__ import main

sys.exit(main())
