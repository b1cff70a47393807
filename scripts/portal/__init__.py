"""What the commands and hooks.py share, stage by stage: content, authoring or rendering, publication."""

from portal.environment import run_in_environment

run_in_environment()
