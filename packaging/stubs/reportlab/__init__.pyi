"""Only what our paper uses of reportlab 5.1, which ships no types."""

from reportlab import rl_config as rl_config

Version: str
