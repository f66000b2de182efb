#!/bin/sh
# Starts compose.cluster.yaml as it stands, with an image that is there, against the stand-in for Discord, and asks
# each of the two bots; prints what it did. No part of the gate.
#
#   src/test/compose-cluster.sh IMAGE
#
# Needs Docker with compose, a JDK 25 and Maven.

set -eu

root=$(CDPATH='' cd -P "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
standin=
trap 'cd "$work" && compose down -v >/dev/null 2>&1; kill "$standin" 2>/dev/null; cd / && rm -rf "$work"' EXIT

compose() {
  docker compose -f compose.cluster.yaml -f here.yaml "$@"
}

mkfifo "$work/type"
"$root/bin/standin" --rest 18899 --gateway 18898 --token tok.en.x --patience 60 <"$work/type" >"$work/said" 2>&1 &
standin=$!
exec 4>"$work/type"
cp -r "$root/compose.cluster.yaml" "$root/config" "$work"
cd "$work"
mkdir secrets
printf 'tok.en.x\n' >secrets/discord-token
printf 'a password\n' >secrets/store-password
chmod 444 secrets/*
# What differs from a real installation: where Discord is, so that all have this machine's network.
cat >here.yaml <<'HERE'
x-here: &here
  network_mode: host
  extra_hosts: ["postgres:127.0.0.1"]
x-discord: &discord
  DISCORD_API_URL: http://127.0.0.1:18899/api/v10/
  DISCORD_GATEWAY_URL: ws://127.0.0.1:18898/
  OPS_ADDRESS: 127.0.0.1
services:
  postgres: {network_mode: host}
  bot-0: {<<: *here, environment: {<<: *discord, OPS_PORT: 18917}}
  bot-1: {<<: *here, environment: {<<: *discord, OPS_PORT: 18918}}
HERE
export READOUT_IMAGE="$1"
for _ in $(seq 300); do
  grep -q 'waiting for a bot' said && break
  sleep 1
done
compose up -d --wait --no-build
compose ps

# A server of shard 1, and what is outside servers, of shard 0.
printf '%s\n' 'in server' '/ask question:"is the affiliates rule in force?"' \
  'in dm' '/ask question:"what did they agree in Madrid?"' quit >&4
wait "$standin" || true
cat said
[ "$(grep -c 'Index of' said)" -ge 2 ]
for shard in 0 1; do
  compose logs "bot-$shard" | grep "connected as .*(shard $shard)"
done
echo 'both bots answered'
