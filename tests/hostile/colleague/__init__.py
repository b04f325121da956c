"""Somebody with an account and a laptop, against the server and the laptops of others."""
