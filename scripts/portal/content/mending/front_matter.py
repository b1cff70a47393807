"""Front matter as it was meant: keys in lower case, a space after the colon, quotes where YAML needs them."""

import re

import yaml

from portal.content.markdown.prose import TEXT_KEYS
from portal.content.reading.fix import Fix
from portal.content.reading.front_matter import EXAMPLES, LOADER
from portal.content.reading.yaml_faults import YAML_FAULTS

KEY = re.compile(r"([A-Za-z_]+)[ \t\u00a0]*:[ \t\u00a0]*(.*)")
PLAIN = re.compile(r"[^\W\d_][\w,.()«»“”’–—-]*(?: [\w,.()«»“”’–—-]+)+")
"""Several words: YAML reads them as nothing but text, and need not be asked."""
OTHER_VALUES = tuple("|>[{")
"""What folded texts and lists begin with."""


def mend_front_matter(text: str) -> tuple[str, list[Fix]]:
    """The text of a page with its front matter mended; no line is added or removed."""
    lines = text.split("\n")
    end = next((index for index, line in enumerate(lines) if index and line.rstrip() == "---"), 0)
    fixes = []
    for index in range(end + 1 if lines[0].rstrip() == "---" else 0):
        mended = _mend_line(lines[index])
        if mended != lines[index]:
            fixes.append(Fix(index + 1, lines[index], mended))
            lines[index] = mended
    return "\n".join(lines), fixes


def _mend_line(line: str) -> str:
    if line.rstrip() == "---":
        return line if line.rstrip(" \t") == "---" else "---"
    found = KEY.fullmatch(line.rstrip())
    if not found or found[1].lower() not in EXAMPLES:
        return line
    key, value = found[1].lower(), found[2]
    if key in TEXT_KEYS and value and not value.startswith(OTHER_VALUES) and not _is_text(value):
        value = "'" + value.replace("'", "''") + "'"
    mended = f"{key}: {value}".rstrip()
    return line if mended == line.rstrip() else mended


def _is_text(value: str) -> bool:
    """Whether YAML reads a value as the text that it looks like."""
    if PLAIN.fullmatch(value):
        return True
    try:
        root = yaml.compose(f"- {value}", Loader=LOADER)
    except YAML_FAULTS:
        return False
    node = root.value[0] if isinstance(root, yaml.SequenceNode) else None
    if not isinstance(node, yaml.ScalarNode) or node.tag != "tag:yaml.org,2002:str":
        return False
    return bool(node.style) or node.value == value
