#!/bin/sh
# Times a cold start: medians of RUNS (11) runs of "java -version" and of an answer with the index present, and the
# limit of the second: 1.5 times the first plus 500 ms.

set -u

runs=${RUNS:-11}
root=$(CDPATH='' cd -P "$(dirname "$0")/../.." && pwd) || exit 1
readout=$root/bin/readout

# The first run builds, trains the start cache and builds the index; the second tells the Java that runs.
"$readout" ask "why do export controls on chips keep coming up in the talks" >/dev/null 2>&1 || exit 1
java=$(sh -x "$readout" --version 2>&1 >/dev/null | sed -n 's/^+* exec \([^ ]*\) .*/\1/p')
[ -x "$java" ] || { printf 'start.sh: cannot tell which Java bin/readout runs\n' >&2; exit 1; }

# Prints the median of the milliseconds that a command takes.
median() {
  run=0
  while [ "$run" -lt "$runs" ]; do
    start=$(date +%s%N)
    "$@" >/dev/null 2>&1 || exit 1
    printf '%s\n' $((($(date +%s%N) - start) / 1000000))
    run=$((run + 1))
  done | sort -n | sed -n "$((runs / 2 + 1))p"
}

version=$(median "$java" -version)
answer=$(median "$readout" ask "why do export controls on chips keep coming up in the talks")
[ -n "$version" ] && [ -n "$answer" ] || exit 1
printf 'java -version   %5d ms\nanswer          %5d ms\nlimit           %5d ms\n' \
  "$version" "$answer" $((version * 3 / 2 + 500))
