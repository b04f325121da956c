"""The window around the screens: rail, corner, banner, lock and the way from one screen to the next."""
