"""Files that are no pages: pictures, drawings and documents in docs/assets."""
