"""The published site: replaced as a whole, and tried afterwards."""
