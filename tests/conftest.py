"""What holds for every test, alone or in company: no screen, and one way to try examples."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from hypothesis import HealthCheck, settings

# How long one example takes says how busy the machine is, and nothing about the part: no deadline, and no
# refusal of slow ones. A test may ask for more or fewer examples; it may not bring these two back.
settings.register_profile(
    "leerplicht", deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.load_profile("leerplicht")
