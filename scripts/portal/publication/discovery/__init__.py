"""What search engines and other sites read."""
