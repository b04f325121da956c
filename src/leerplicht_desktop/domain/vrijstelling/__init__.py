"""Exemptions from enrolment and from attendance."""
