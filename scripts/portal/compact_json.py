"""JSON as programs read it: in one line, with letters as they are."""

import json


def compact_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
