"""A visit at the door, from the bell to the moment it is vastgelegd."""
