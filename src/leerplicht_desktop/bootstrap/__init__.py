"""The one place that knows every real part and ties them together."""
