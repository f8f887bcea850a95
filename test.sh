#!/usr/bin/env bash
# Sets up what the tests need, builds with warnings as errors, checks the format and runs every test.
# Ends with one line: N passed, N failed, N skipped.  --fast leaves out the format check and the slow tests.
set -euo pipefail
cd "$(dirname "$0")"

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 CI="${CI:-}"
fast=
[ "${1:-}" = "--fast" ] && fast=1
results=artifacts/test-results
# A test that says nothing for so long hangs: its run is ended and the test named.
longest_test=5m
passed=0 failed=0 skipped=0

say() { printf '\n== %s\n' "$*"; }

need() {
  command -v "$1" >/dev/null 2>&1 || { echo "$1 is missing: install $2, then run ./test.sh again." >&2; exit 1; }
}

# Adds up what a test run reported; a run that reports nothing counts as a failure.
count() {
  local name=$1 run_passed=$2 run_failed=$3 run_skipped=$4
  if [ -z "$run_passed" ]; then
    echo "$name ended without reporting its tests." >&2
    run_passed=0 run_failed=1 run_skipped=0
  fi
  passed=$((passed + run_passed)) failed=$((failed + run_failed)) skipped=$((skipped + run_skipped))
}

run_dotnet_tests() {
  local project=$1 name log filter=()
  name=$(basename "$project" .csproj)
  log=$results/$name.log
  [ -n "$fast" ] && filter=(--filter 'TestCategory!=Slow')
  dotnet test "$project" -c Release --no-build --logger "console;verbosity=normal" --blame-hang-timeout "$longest_test" --blame-hang-dump-type none \
    --results-directory "$results" "${filter[@]}" >"$log" 2>&1 || true
  grep -E '^ *Skipped ' "$log" || true
  sed -nE '/^  Failed /,/^  Stack Trace:/p; /^The service answered: /p' "$log" | grep -v '^  Stack Trace:' || true
  grep -A 1 -E '^The test running when the crash occurred|^The active test run was aborted' "$log" || true
  grep -E '^(Total tests|Test Run|     Passed|     Failed|    Skipped|    Passed|    Failed)' "$log" | tr '\n' ' ' || true
  echo
  count "$name" "$(total "$log" Passed)" "$(total "$log" Failed)" "$(total "$log" Skipped)"
  # Passed ones are counted in a run that broke off, too: what broke it must not be lost.
  if grep -qE '^Test Run Aborted' "$log"; then echo "$name broke off before its last test."; failed=$((failed + 1)); fi
}

# The figure behind a word in the closing lines of a run; Passed is empty when there is no such line, the others 0.
total() {
  local figure
  figure=$(sed -nE "s/^ +$2: ([0-9]+)\$/\\1/p" "$1" | tail -n 1)
  if [ -z "$figure" ] && { [ "$2" != Passed ] || grep -qE '^Total tests: ' "$1"; }; then figure=0; fi
  echo "$figure"
}

run_node_tests() {
  local log=$results/extension.log
  (cd extension && npm ci --no-audit --no-fund) >"$results/npm.log" 2>&1 || { cat "$results/npm.log"; exit 1; }
  (cd extension && timeout -k 10 15m npm test) >"$log" 2>&1 || true
  grep -E '^(not ok|# (tests|pass|fail|skipped))|error TS' "$log" || true
  count extension "$(node_total pass "$log")" "$(node_total fail "$log")" "$(node_total skipped "$log")"
}

# The runner prints "# pass 12" or "ℹ pass 12", as it finds a terminal or not.
node_total() { sed -nE "s/^(#|ℹ) $1 ([0-9]+)\$/\\2/p" "$2" | tail -n 1; }

# The browser tests need a Chromium; where there is none and it may not be installed, they skip and say so.
find_chromium() {
  local log=$results/chromium.log
  if [ -n "${CREDSCORE_CHROMIUM:-}" ] || command -v chromium >/dev/null 2>&1; then return; fi
  if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null 2>&1; then
    say "Installing Debian's chromium"
    { apt-get update && apt-get install -y --no-install-recommends chromium; } >"$log" 2>&1 || tail -n 3 "$log"
  fi
  command -v chromium >/dev/null 2>&1 || echo "There is no Chromium, so the browser tests are skipped. Install it with: sudo apt-get install chromium" >&2
}

need dotnet "the .NET SDK 10"
need node "Node.js 20 or later"
need npm "npm"
rm -rf "$results"
mkdir -p "$results"

say "Build, warnings as errors"
dotnet build CredScore.sln -c Release --verbosity quiet

if [ -z "$fast" ]; then
  say "Format"
  dotnet format whitespace CredScore.sln --no-restore --verify-no-changes
fi

# First, since the browser tests load the extension that this builds.
say "extension"
run_node_tests
[ -n "$fast" ] || find_chromium

for project in tests/*.Tests/*.csproj; do
  say "$(basename "$project" .csproj)"
  run_dotnet_tests "$project"
done

printf '\n%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
