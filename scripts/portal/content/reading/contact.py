"""How readers reach the Union: `contact` under `extra` in mkdocs.yml, in which every line may be empty."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import yaml

from portal.content.reading.facts import fact_fault
from portal.content.reading.yaml_faults import SettingFault
from portal.languages import LANGUAGES

KEYS = ("address", "mail", "phone", "telegram")
FORMS = {
    "mail": re.compile(r"[A-Za-z0-9][A-Za-z0-9._+-]{0,63}@(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24}"),
    "phone": re.compile(r"\+[0-9](?:[ ()-]{0,2}[0-9]){6,14}"),
    "telegram": re.compile(r"(?:(?:https://)?t\.me/|@)?([A-Za-z][A-Za-z0-9_]{3,31})/?"),
}


@dataclass(frozen=True)
class Contact:
    """What is known of it: `address` by language, `telegram` as the name alone."""

    address: Mapping[str, str] = field(default_factory=dict)
    mail: str = ""
    phone: str = ""
    telegram: str = ""

    def __bool__(self) -> bool:
        return bool(self.address or self.mail or self.phone or self.telegram)


def contact_in(node: yaml.Node | None) -> tuple[Contact, list[SettingFault]]:
    """The contact in the value of its key; what is at fault counts as empty."""
    lines, faults = _lines(node, "contact", KEYS)
    places, in_address = _lines(lines.pop("address", None), "address", LANGUAGES)
    faults += in_address
    address, texts = _texts(places, faults), _texts(lines, faults)
    if name := FORMS["telegram"].fullmatch(texts.get("telegram", "")):
        texts["telegram"] = name[1]
    return Contact(address, **texts), faults


def _lines(node: yaml.Node | None, name: str, known: Sequence[str]) -> tuple[dict[str, yaml.Node], list[SettingFault]]:
    """The values below a key, each with a key of its own."""
    found: dict[str, yaml.Node] = {}
    faults: list[SettingFault] = []
    if not isinstance(node, yaml.MappingNode):
        is_filled = node is not None and _is_filled(node)
        return {}, [(_line(node), "contact-lines", {"key": name, "known": ", ".join(known)})] if is_filled else []
    for key_node, value in node.value:
        key = str(key_node.value)
        if key not in known:
            faults.append((_line(key_node), "contact-key", {"key": key, "name": name, "known": ", ".join(known)}))
        elif key in found:
            faults.append((_line(key_node), "key-twice", {"key": key, "first": _line(found[key])}))
        else:
            found[key] = value
    return found, faults


def _texts(lines: Mapping[str, yaml.Node], faults: list[SettingFault]) -> dict[str, str]:
    """The texts that are not empty and as their keys require; the faults of the others are added to `faults`."""
    found: dict[str, str] = {}
    for key, node in lines.items():
        text = " ".join(node.value.split()) if isinstance(node, yaml.ScalarNode) and _is_filled(node) else ""
        if not isinstance(node, yaml.ScalarNode):
            faults.append((_line(node), "contact-text", {"key": key}))
        elif fault := fact_fault(key, node.value):
            faults.append((_line(node), *fault))
        elif text and key in FORMS and not FORMS[key].fullmatch(text):
            faults.append((_line(node), f"contact-{key}", {"found": text}))
        elif text:
            found[key] = text
    return found


def _is_filled(node: yaml.Node) -> bool:
    return bool(node.value) and not node.tag.endswith(":null")


def _line(node: yaml.Node | None) -> int:
    return node.start_mark.line + 1 if node else 0
