#!/bin/sh
# Does what docs/self-hosting.md tells an operator, as written: runs its blocks of `sh` one after the other in a fresh
# clone, with Docker's own compose, against the stand-in for Discord; prints each with what it printed. No part of the gate.
#
#   src/test/self-hosting.sh [IMAGE]     an image that is there already, instead of one that is built on the way
#
# Needs Docker with compose, a JDK 25 and Maven.

set -eu

root=$(CDPATH='' cd -P "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
standin=
trap 'cd /; (cd "$work/readout" && docker compose down -v >/dev/null 2>&1); kill "$standin" 2>/dev/null; rm -rf "$work"' EXIT

git clone -q "$root" "$work/readout"
mkfifo "$work/type"
"$root/bin/standin" --rest 18899 --gateway 18898 --token tok.en.x <"$work/type" >"$work/said" 2>&1 &
standin=$!
exec 4>"$work/type"
for _ in $(seq 300); do
  grep -q 'waiting for a bot' "$work/said" && break
  sleep 1
done

# What differs from a real installation: where Discord is.
cd "$work/readout"
cat >compose.override.yaml <<OVERRIDE
services:
  readout:
    network_mode: host
    environment:
      DISCORD_API_URL: http://127.0.0.1:18899/api/v10/
      DISCORD_GATEWAY_URL: ws://127.0.0.1:18898/
OVERRIDE
[ -z "${1:-}" ] || export READOUT_IMAGE="$1"
printf 'tok.en.x\n' >"$work/token"
mkdir "$work/bin"
command -v sudo >/dev/null || { printf '#!/bin/sh\nexec "$@"\n' >"$work/bin/sudo" && chmod +x "$work/bin/sudo"; }
export PATH="$work/bin:$PATH"

# One block at a time: each as an operator would paste it, held to succeed.
awk -v to="$work/block" '
  /^ *```sh$/ { inside = 1; n++; indent = match($0, /[^ ]/) - 1; next }
  /^ *```$/ { inside = 0; next }
  inside { print substr($0, indent + 1) > sprintf("%s.%02d", to, n) }' docs/self-hosting.md
for block in "$work"/block.*; do
  grep -q 'git clone' "$block" && continue
  sed -i "s#/path/to/token#$work/token#" "$block"
  [ -z "${1:-}" ] || sed -i '/^docker compose build/d' "$block"
  printf '\n'
  sed 's/^/$ /' "$block"
  sh -eu "$block" </dev/null || {
    printf 'FAIL\n'
    exit 1
  }
done
