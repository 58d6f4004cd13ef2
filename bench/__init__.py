"""Measurements of speed and memory; nothing here is needed to build or to serve."""
