"""What the commands and hooks.py share, stage by stage: content, authoring or rendering, publication."""
