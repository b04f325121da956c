"""Frozen specification in, PDF bytes out: nothing here knows a clock, a network or a disk to write to.

Importing this package costs nothing. The parts that need reportlab, pypdfium2 or the validator import them
when a document is asked for, because the first window must not wait for them.
"""
