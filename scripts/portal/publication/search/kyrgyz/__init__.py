"""The stemmer of Kyrgyz."""
