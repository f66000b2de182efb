#!/bin/sh
# The hour of issue 16: the bot with the image's flags for memory, members who ask through the stand-in for Discord, and
# moderators who add every hostile server, document and feed at once. Prints what was lost, answered twice or acknowledged
# late, how often the bot had to be started again, and what it took of memory at most; 1 unless all of it was right.
#   mvn -Phostile test-compile exec:exec@hostile [-Dhostile.minutes=60]
# usage: hostile.sh MINUTES CLASSPATH [OPTION-OF-JAVA…]  (options for the bot; CLASSPATH has the tests too)
set -eu

minutes=$1
classes=$2
shift 2
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
folder=$(mktemp -d)
for option in --enable-native-access=ALL-UNNAMED -Djava.util.logging.config.file=/dev/null -Dreadout.home="$PWD" "$@"; do
  options="${options:-}$option "
done
status=0
CLASSPATH=$classes READOUT_CORPUS=$PWD/index-data OPS_ENABLED=off "$java" -Xlog:disable -Xmx512m -XX:+UseSerialGC \
  -Djava.util.logging.config.file=/dev/null --enable-native-access=ALL-UNNAMED \
  -Dsoak.hostile=true -Dsoak.minutes="$minutes" -Dsoak.rate="${HOSTILE_RATE:-1}" -Dsoak.folder="$folder" \
  -Dsoak.command="exec $java -Xmx128m -XX:+UseSerialGC -XX:+ExitOnOutOfMemoryError -XX:TieredStopAtLevel=1 $options dev.readout.Main bot" \
  dev.readout.discord.soak.SoakRun || status=$?
[ "$status" = 0 ] && rm -rf "$folder"
exit "$status"
