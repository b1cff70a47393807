"""Releasing the site: putting a new build in place, and trying the published site."""
