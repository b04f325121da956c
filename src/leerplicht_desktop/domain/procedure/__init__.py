"""Procedures: leave, exemption and what else an officer decides or follows step by step."""
