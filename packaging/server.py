"""What the bundle starts for ``leerplicht-server``."""

import sys

from leerplicht_server.__main__ import main

sys.exit(main())
