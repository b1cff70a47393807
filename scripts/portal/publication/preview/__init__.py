"""The site as `make serve` shows it at home."""
