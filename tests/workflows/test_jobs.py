"""The workflows hold the least rights and do only what also runs at home."""

import os
import subprocess
from pathlib import Path

import pytest

from portal.publication.release.checksums import CHECKSUMS
from portal.wording.phrases import phrase
from projects import ROOT, commit, git
from workflows.files import CHECK, GITHUB, PUBLISH, WORKFLOWS, name, parsed, steps


def test_what_is_published_is_built_from_the_texts_alone_and_helps_to_check_proposals() -> None:
    kept, got = (
        steps(parsed(path.read_text(encoding="utf-8"))["jobs"][job])
        for path, job in ((PUBLISH, "build"), (CHECK, "texts"))
    )
    assert [what for what in kept if what.startswith("actions/cache")] == ["actions/cache/save"]
    saved, restored = kept["actions/cache/save"]["with"], got["actions/cache/restore"]["with"]
    assert saved["path"] == restored["path"] == "build/cache/"
    assert saved["key"].startswith(restored["restore-keys"])


def test_a_proposal_of_texts_is_built_and_kept_for_a_look_before_it_is_judged() -> None:
    workflow = parsed(CHECK.read_text(encoding="utf-8"))
    job = workflow["jobs"]["texts"]
    assert "pull_request" in workflow["on"]
    assert job["permissions"] == {"contents": "read"}
    assert [step.get("run") or step["uses"].split("@")[0] for step in job["steps"]] == [
        "actions/checkout",
        "actions/cache/restore",
        "make build",
        "actions/upload-artifact",
        "make pictures",
        "actions/upload-artifact",
        "make check",
        "make backlinks",
        "make program-changed",
    ]
    uploads = [
        step["with"]["path"] for step in job["steps"] if step.get("uses", "").startswith("actions/upload-artifact@")
    ]
    assert uploads == ["site/", "build/pictures/"]
    assert all("cancelled()" in step["if"] for step in job["steps"][-3:])


def test_the_program_is_tested_where_more_than_texts_changed() -> None:
    job = parsed(CHECK.read_text(encoding="utf-8"))["jobs"]["program"]
    assert job["needs"] == "texts" and "needs.texts.outputs.program == 'true'" in job["if"]
    assert job["permissions"] == {"contents": "read"}
    assert list(steps(job)) == ["actions/checkout", "make test"]


@pytest.mark.parametrize(
    ("file", "changed"), [("docs/ky/index.md", "false"), ("records/moved.yml", "false"), ("scripts/check.py", "true")]
)
def test_texts_and_records_are_no_program(tmp_path: Path, file: str, changed: str) -> None:
    git(tmp_path, "init", "--quiet", "--initial-branch", "main")
    (tmp_path / "x").write_text("x", encoding="utf-8")
    commit(tmp_path)
    git(tmp_path, "update-ref", "refs/remotes/origin/main", "HEAD")
    (tmp_path / file).parent.mkdir(parents=True)
    (tmp_path / file).write_text("x", encoding="utf-8")
    commit(tmp_path)
    command = ["make", "--silent", "--file", ROOT / "Makefile", "--directory", tmp_path, "program-changed"]
    run = subprocess.run(
        command,
        env=os.environ | {"GITHUB_BASE_REF": "", "GITHUB_OUTPUT": ""},
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout == f"program={changed}\n"


def test_the_site_is_built_once_for_the_address_that_pages_gives() -> None:
    done = steps(parsed(PUBLISH.read_text(encoding="utf-8"))["jobs"]["build"])
    assert list(done)[:2] == ["actions/checkout", "make settings"], "settings are told before they fail a step"
    pages = done["actions/configure-pages"]["id"]
    assert done["make build"]["env"] == {"SITE_URL": f"${{{{ steps.{pages}.outputs.base_url }}}}"}
    assert done["actions/upload-pages-artifact"]["with"] == {"path": "site/", "retention-days": "90"}


def test_what_was_built_from_main_is_deployed_and_nothing_else() -> None:
    workflow = parsed(PUBLISH.read_text(encoding="utf-8"))
    job = workflow["jobs"]["deploy"]
    assert workflow["on"]["push"] == {"branches": ["main"]}
    assert (job["needs"], job["if"]) == ("build", "github.ref == 'refs/heads/main'")
    assert job["permissions"] == {"pages": "write", "id-token": "write"}
    assert list(steps(job)) == ["actions/deploy-pages"]
    assert "with" not in steps(job)["actions/deploy-pages"], "another artifact than the build's"
    assert job["environment"]["name"] == "github-pages"
    assert workflow["concurrency"] == {"group": "pages", "cancel-in-progress": "false"}


def test_the_lock_is_proposed_after_publication_and_main_is_left_to_people() -> None:
    job = parsed(PUBLISH.read_text(encoding="utf-8"))["jobs"]["lock"]
    assert job["needs"] == "look"
    assert job["permissions"] == {"contents": "write", "pull-requests": "write"}
    assert list(steps(job)) == ["actions/checkout", "make install", "make propose-records"]


def test_the_checksums_are_signed_by_a_job_that_runs_nothing_else() -> None:
    jobs = parsed(PUBLISH.read_text(encoding="utf-8"))["jobs"]
    assert steps(jobs["build"])["actions/upload-artifact"]["with"]["path"] == f"site/{CHECKSUMS}"
    assert (jobs["attest"]["needs"], jobs["attest"]["if"]) == ("build", jobs["deploy"]["if"])
    assert jobs["attest"]["permissions"] == {"id-token": "write", "attestations": "write"}
    signed = steps(jobs["attest"])
    assert list(signed) == ["actions/download-artifact", "actions/attest-build-provenance"]
    assert signed["actions/attest-build-provenance"]["with"] == {"subject-path": CHECKSUMS}


def test_the_published_site_is_looked_at_and_the_last_good_edition_put_back_if_it_fails() -> None:
    jobs = parsed(PUBLISH.read_text(encoding="utf-8"))["jobs"]
    look, restore = jobs["look"], jobs["restore"]
    assert look["needs"] == "deploy"
    assert look["permissions"] == {"contents": "read", "actions": "read", "issues": "write"}
    assert steps(look)["make smoke"]["env"]["SITE_URL"] == "${{ needs.deploy.outputs.site }}"
    assert jobs["deploy"]["outputs"] == {"site": "${{ steps.deployment.outputs.page_url }}"}
    assert look["outputs"] == {"previous": f"${{{{ steps.{steps(look)['make smoke']['id']}.outputs.previous }}}}"}
    assert (restore["needs"], restore["if"]) == ("look", "failure() && needs.look.outputs.previous != ''")
    assert restore["name"] in phrase("smoke_restored", "en")
    assert restore["permissions"] == {"actions": "read", "pages": "write", "id-token": "write"}
    download, upload, deploy = (step["with"] for step in restore["steps"])
    assert download["run-id"] == "${{ needs.look.outputs.previous }}"
    assert (upload["path"], deploy) == ("artifact.tar", {"artifact_name": upload["name"]})


@pytest.mark.parametrize("path", WORKFLOWS, ids=name)
def test_a_step_with_a_token_that_may_write_installs_nothing(path: Path) -> None:
    for job in parsed(path.read_text(encoding="utf-8"))["jobs"].values():
        commands = [step.get("run") for step in job["steps"]]
        with_token = [step["run"] for step in job["steps"] if "run" in step and "GITHUB_TOKEN" in step.get("env", {})]
        if with_token and "write" in job["permissions"].values():
            assert commands.index("make install") < min(map(commands.index, with_token))


def test_the_addresses_that_others_link_to_are_tried_each_week_with_the_right_to_keep_one_issue() -> None:
    workflow = parsed((GITHUB / "workflows" / "backlinks.yml").read_text(encoding="utf-8"))
    job = workflow["jobs"]["backlinks"]
    assert [len(each["cron"].split()) for each in workflow["on"]["schedule"]] == [5]
    assert job["permissions"] == {"contents": "read", "pages": "read", "issues": "write"}
    assert list(steps(job)) == ["actions/checkout", "make install", "make backlinks-published"]


def test_the_whole_suite_runs_each_week_in_another_order_with_more_random_edits() -> None:
    workflow = parsed((GITHUB / "workflows" / "weekly.yml").read_text(encoding="utf-8"))
    job = workflow["jobs"]["test"]
    assert [len(each["cron"].split()) for each in workflow["on"]["schedule"]] == [5]
    assert job["permissions"] == {"contents": "read"}
    assert steps(job)["make test"]["env"] == {"RANDOM_EDITS": "500", "HARD_INPUTS": "20000"}


def test_known_weaknesses_of_the_libraries_are_asked_for_each_week() -> None:
    job = parsed((GITHUB / "workflows" / "weekly.yml").read_text(encoding="utf-8"))["jobs"]["weaknesses"]
    assert job["permissions"] == {"contents": "read"}
    assert list(steps(job)) == ["actions/checkout", "make weaknesses"]
