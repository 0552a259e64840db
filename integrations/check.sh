#!/usr/bin/env bash
# What the action runs: annotations on the lines, a table in the summary of the job, and SARIF where it is wanted.
set -euo pipefail

read -r -a paths <<<"${TEI_PATHS:-.}"
options=(--format github --report "markdown=${RUNNER_TEMP:-/tmp}/tei-edition-check.md")
if [ -n "${TEI_SCHEMA:-}" ]; then options+=(--schema "$TEI_SCHEMA"); fi
if [ "${TEI_STRICT:-false}" = true ]; then options+=(--strict); fi
if [ -n "${TEI_SARIF:-}" ]; then options+=(--report "sarif=$TEI_SARIF"); fi

code=0
tei-edition check "${options[@]}" -- "${paths[@]}" || code=$?
if [ -n "${GITHUB_STEP_SUMMARY:-}" ] && [ -f "${RUNNER_TEMP:-/tmp}/tei-edition-check.md" ]; then
  { echo "## TEI"; echo; cat "${RUNNER_TEMP:-/tmp}/tei-edition-check.md"; } >>"$GITHUB_STEP_SUMMARY"
fi
exit "$code"
