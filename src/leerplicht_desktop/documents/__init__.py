"""Frozen specification in, PDF bytes out; ``desk`` alone reads the vault and the clock, through ports.

Importing this package costs nothing. The parts that need reportlab, pypdfium2 or the validator import them
when a document is asked for, because the first window must not wait for them.
"""
