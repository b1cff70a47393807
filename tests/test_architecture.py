"""What each stage may import, as scripts/README.md has it: a folder only what comes before it, in no circle."""

import ast
import graphlib
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

SCRIPTS = Path(__file__).parents[1] / "scripts"
STAGES = {"content": set(), "authoring": {"content"}, "rendering": {"content"}, "publication": {"content", "rendering"}}
"""Each stage with those it may import; what lies beside them in portal/ may import none."""
HTML = {"selectolax", "markupsafe", "jinja2", "rcssmin", "rjsmin", "segno"}
FILES = {file: ast.parse(file.read_text(encoding="utf-8")) for file in sorted(SCRIPTS.rglob("*.py"))}


def name_of(file: Path) -> str:
    """The module of a file, as it is imported: "portal.content.edition"."""
    parts = file.relative_to(SCRIPTS).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {name_of(file) for file in FILES}


def imports(file: Path) -> Iterator[str]:
    """The modules that a file imports."""
    for node in ast.walk(FILES[file]):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                whole = f"{node.module}.{alias.name}"
                yield whole if whole in MODULES else node.module


def stage(module: str) -> str:
    """The stage of a module of portal/; "" for what lies beside the stages."""
    part = module.split(".")[1] if module.startswith("portal.") else ""
    return part if part in STAGES else ""


def test_a_stage_imports_only_what_comes_before_it() -> None:
    wrong = [
        f"{name_of(file)} imports {module}"
        for file in FILES
        if name_of(file).startswith("portal")
        for module in imports(file)
        if (theirs := stage(module)) and theirs not in {stage(name_of(file)), *STAGES.get(stage(name_of(file)), ())}
    ]
    assert wrong == []


def test_only_the_hooks_import_mkdocs() -> None:
    found = {name_of(file) for file in FILES for module in imports(file) if module.split(".")[0] == "mkdocs"}
    assert found == {"hooks"}


def test_the_content_stage_knows_no_html() -> None:
    found = [
        f"{name_of(file)} imports {module}"
        for file in FILES
        if stage(name_of(file)) == "content"
        for module in imports(file)
        if module.split(".")[0] in HTML
    ]
    assert found == []


def test_a_command_needs_no_library_before_portal_has_found_them() -> None:
    commands = [file for file in SCRIPTS.glob("*.py") if file.stem != "hooks"]
    first = {
        module.split(".")[0] for file in (*commands, SCRIPTS / "portal/environment.py") for module in imports(file)
    }
    assert first <= {"portal", *sys.stdlib_module_names}


def test_no_imports_run_in_a_circle() -> None:
    modules: dict[str, set[str]] = defaultdict(set)
    folders: dict[str, set[str]] = defaultdict(set)
    for file in FILES:
        for module in imports(file):
            if module in MODULES and name_of(file) not in (module, "") and not name_of(file).startswith(f"{module}."):
                modules[name_of(file)].add(module)
                ours, theirs = (each.rpartition(".")[0] for each in (name_of(file), module))
                if ours != theirs and not theirs.startswith(ours):
                    folders[ours].add(theirs)
    for graph in (modules, folders):
        graphlib.TopologicalSorter(graph).prepare()  # raises CycleError


def test_no_folder_lies_deeper_than_portal_stage_concern() -> None:
    assert max(len(name_of(file).split(".")) for file in FILES) <= 4
