"""The recorder at the door, and a visit that was vastgelegd read back.

``DeurbezoekScherm`` is the screen; everything an officer does goes through ``Opname`` to the vault at once.
"""
