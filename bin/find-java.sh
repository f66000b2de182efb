# Read by the launchers beside it, which have a function fail for what a person can mend.

# True for a Java of 25 or later in folder $1. Its "release" file is read, since starting it takes longer.
is_recent() {
  [ -x "$1/bin/java" ] || return 1
  version=
  if [ -r "$1/release" ]; then
    while IFS= read -r line; do
      case $line in JAVA_VERSION=*) version=${line#*\"} ;; esac
    done <"$1/release"
  else
    version=$("$1/bin/java" -version 2>&1 | sed -n 's/.* version "\([^"]*\)".*/\1/p')
  fi
  major=${version%%[!0-9]*}
  [ "${major:-0}" -ge 25 ]
}

# Sets java_home.
find_java() {
  java_home=${JAVA_HOME:-}
  [ -n "$java_home" ] && is_recent "$java_home" && return
  if java=$(command -v java); then
    java=$(readlink -f "$java" 2>/dev/null || printf '%s' "$java")
    java_home=${java%/bin/java}
    is_recent "$java_home" && return
  fi
  set +f
  for java_home in /usr/lib/jvm/* /opt/* "${HOME:-}"/.sdkman/candidates/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    is_recent "$java_home" && set -f && return
  done
  fail 'needs Java 25 or later and found none: apt install openjdk-25-jdk (or temurin-25-jdk), or set JAVA_HOME'
}
