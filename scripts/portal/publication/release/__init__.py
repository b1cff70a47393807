"""Put a new build in place, and test the published site."""
