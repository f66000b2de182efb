#!/bin/sh
# Tries two bots over one PostgreSQL server by force: kills, stops, cuts, slows and fills (docs/postgresql.md). No part
# of the gate; a quarter of an hour. Needs root, for a network and a disk that nobody else has; installs nft and ip
# where they are missing and Debian's packages can be had.
#
#   src/test/cluster.sh [-Dcluster.fault=SECONDS] [-Dsoak.rate=DEEDS_A_SECOND]

set -eu

if [ "${1:-}" != inside ]; then
  root=$(CDPATH='' cd -P "$(dirname "$0")/../.." && pwd)
  command -v nft >/dev/null && command -v ip >/dev/null || apt-get install -qy --no-install-recommends nftables iproute2
  exec "$root/src/bench/run.sh" cluster "$@"
fi

# From run.sh, in namespaces of its own: the folder, and how Java is started.
shift
mkdir -p "$1/disk"
mount -t tmpfs -o size=700m tmpfs "$1/disk"
ip link set lo up
shift
exec "$@"
