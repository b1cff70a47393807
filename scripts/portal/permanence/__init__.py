"""Addresses that never break: what was published, where it is now, and the gate that keeps the promise."""
