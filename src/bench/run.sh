#!/bin/sh
# Runs what measures the program or makes a part of it; compiles first. Finds a JDK 25 or later itself.
#
# src/bench/run.sh load                       everybody asks at once, through the stand-in for Discord
# src/bench/run.sh soak [-Dsoak.minutes=N …]  half an hour of mixed use of a bot in another process (docs/figures.md)
# src/bench/run.sh hostile [-Dsoak.minutes=N …] an hour of it with the image's memory, and of moderators who add all that is hostile
# src/bench/run.sh cluster                    by src/test/cluster.sh: two bots over PostgreSQL, tried by force
# src/bench/run.sh memory                     the memory of a bot with 1 to 25,000 servers
# src/bench/run.sh watches                    a thousand members told of a new state, within Discord's limits
# src/bench/run.sh servers [-Dservers=N]      a thousand servers with pages of their own, by what a global answer takes
# src/bench/run.sh store                      the store's commonest calls by what their statements alone take
# src/bench/run.sh fit [-Dfit.meaning=true]   the weights of the ranking, or of it by meaning, or (fit.reader) the reader's (docs/retrieval.md)
# src/bench/run.sh embed [-Dembed.anew=true]  the embeddings of the records' texts, after records changed

set -u

fail() {
  printf 'run.sh: %s\n' "$1" >&2
  exit 1
}

root=$(CDPATH='' cd -P "$(dirname "$0")/../.." && pwd) || exit 1
what=${1:-}
[ $# -gt 0 ] && shift
case $what in
  load) heap=512m class=discord.LoadRun ;;
  soak) heap=512m class=discord.soak.SoakRun ;;
  hostile) heap=768m class=discord.soak.SoakRun ;;
  cluster) heap=768m class=discord.soak.ClusterRun ;;
  memory) heap=2g class=discord.soak.MemoryRun ;;
  watches) heap=256m class=discord.WatchesRun ;;
  servers) heap=128m class=answer.ServersBenchmark ;;
  store) heap=256m class=store.StoreBenchmark ;;
  fit) heap=4g class=answer.FitWeights && set -- "$@" src/test/resources/questions/development.jsonl ../shared/questions-training ;;
  embed) heap=2g class=meaning.EmbedShipped ;;
  *) sed -n '/^# src/s/^# //p' "$0" >&2 && exit 2 ;;
esac

# Options for Java go before the class, arguments after it.
left=$#
placed=
while [ "$left" -gt 0 ]; do
  argument=$1
  shift
  case $argument in
    -D*) ;;
    *) [ -n "$placed" ] || set -- "$@" "dev.readout.$class"; placed=yes ;;
  esac
  set -- "$@" "$argument"
  left=$((left - 1))
done
[ -n "$placed" ] || set -- "$@" "dev.readout.$class"

# shellcheck source=bin/find-java.sh
. "$root/bin/find-java.sh"
find_java
cd "$root" || exit 1
class_path=target/run.classpath
JAVA_HOME=$java_home mvn -q -B -ntp -Dformat.skip test-compile dependency:build-classpath \
  -Dmdep.includeScope=test -Dmdep.outputFile=$class_path </dev/null || fail 'the build failed'

# Any other locale might lose Chinese.
export LC_ALL=C.UTF-8
CLASSPATH=target/test-classes:target/classes:$(cat $class_path)
export CLASSPATH
common="--enable-native-access=ALL-UNNAMED -Djava.util.logging.config.file=/dev/null"
# What a bot is watched doing, or answers, with the image's options.
options="-XX:+UseSerialGC -XX:+ExitOnOutOfMemoryError -XX:TieredStopAtLevel=1"
[ "$what" = servers ] && common="$options $common"
within=
case $what in hostile | cluster | memory)
  [ "$what" = memory ] && bot_heap=2g || export OPS_ENABLED=off
  image="-Xmx${bot_heap:-128m} $options"
  folder=$(mktemp -d)
  set -- -Dsoak.command="MALLOC_ARENA_MAX=2 exec $java_home/bin/java $image $common -Dreadout.home=$root dev.readout.Main bot" "$@" "$folder"
  ;;
esac
case $what in
  hostile) set -- -Dsoak.hostile=true -Dsoak.minutes=60 -Dsoak.rate=1 -Dsoak.folder="$folder" "$@" ;;
  cluster) within="unshare --net --mount sh src/test/cluster.sh inside $folder" ;;
esac
# shellcheck disable=SC2086 # Options are separate words.
exec $within "$java_home/bin/java" -Xmx$heap $common "$@"
