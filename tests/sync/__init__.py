"""Tests of the road to the municipality."""
