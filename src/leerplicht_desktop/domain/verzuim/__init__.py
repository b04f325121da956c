"""Absence: what a school reports and how it counts."""
