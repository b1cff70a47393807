"""Files that search engines and other sites read."""
