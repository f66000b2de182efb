#!/bin/sh
# Runs an image of Readout as docs/self-hosting.md does, against the stand-in for Discord, and checks what could go wrong
# with it; prints its figures. No part of the gate.
#
#   src/test/container.sh IMAGE          after `docker build -t IMAGE .`
#
# ENGINE  docker where not set; podman does too
#
# Needs curl, a JDK 25, Maven, the ports 18898, 18899 and 8917, and no container or volume named readout-check*.

set -u

image=${1:?usage: src/test/container.sh IMAGE}
engine=${ENGINE:-docker}
root=$(CDPATH='' cd -P "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
name=readout-check
token=tok.en.never-shown
failed=0
standin=

end() {
  $engine rm -f -t 2 "$name" >/dev/null 2>&1
  $engine volume rm "$name-data" "$name-restored" >/dev/null 2>&1
  exec 4>&-
  kill "$standin" 2>/dev/null
  rm -rf "$work"
}
trap end EXIT
trap 'exit 1' HUP INT TERM

ok() { printf 'ok    %s\n' "$1"; }
bad() {
  printf 'FAIL  %s\n' "$1"
  failed=1
}
# check TEXT COMMAND…: the command succeeds.
check() {
  what=$1
  shift
  if "$@" >"$work/check" 2>&1; then ok "$what"; else
    bad "$what"
    sed 's/^/      /' "$work/check" | tail -n 15
  fi
}
# says TEXT PATTERN COMMAND…: the command's output, of either stream, has the pattern.
says() {
  what=$1 pattern=$2
  shift 2
  "$@" >"$work/check" 2>&1 || true
  if grep -Eq -- "$pattern" "$work/check"; then ok "$what"; else
    bad "$what: no '$pattern' in"
    sed 's/^/      /' "$work/check" | tail -n 15
  fi
}
# A PDF of one line.
pdf() {
  stream="BT /F1 11 Tf 60 700 Td ($1) Tj ET"
  printf '%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n'
  printf '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R'
  printf '/Resources<</Font<</F1 5 0 R>>>>>>endobj\n4 0 obj<</Length %d>>stream\n%s\nendstream endobj\n' "${#stream}" "$stream"
  printf '5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\ntrailer<</Root 1 0 R>>\n%%%%EOF\n'
}
figure() { printf '      %-46s %s\n' "$1" "$2"; }

# ---- what is in the image
inspect() { $engine image inspect -f "$1" "$image"; }
size=$(inspect '{{.Size}}')
figure 'image, MB' "$(awk "BEGIN{printf \"%.1f\", $size/1e6}")"
check 'no more than 240 MB' test "$size" -le 240000000
says 'runs as a user with a number, not root' '^65532:65532$' inspect '{{.Config.User}}'
says 'has a volume' 'app/data' inspect '{{json .Config.Volumes}}'
says 'its program itself is the health check' 'health' inspect '{{json .Config.Healthcheck}}{{json .HealthCheck}}'
says 'no shell takes its signals' '^\["java",' inspect '{{json .Config.Entrypoint}}'
says 'is labelled' 'org.opencontainers.image.licenses' inspect '{{json .Config.Labels}}'
$engine create --name "$name" "$image" >/dev/null
$engine export "$name" >"$work/files.tar"
$engine rm "$name" >/dev/null
tar tf "$work/files.tar" >"$work/files"
model=$(tar tvf "$work/files.tar" | awk '/app\/(native\/(libonnx|all-minilm)|lib\/(onnxruntime|langchain4j))/{s += $3} END{print s}')
figure 'of that the models, MB' "$(awk "BEGIN{printf \"%.1f\", $model/1e6}")"
figure 'without them, MB (aim: 180)' "$(awk "BEGIN{printf \"%.1f\", ($size - $model) / 1e6}")"
check 'holds no shell' sh -c "! grep -Eq '(^|/)(ba|da|)sh$' '$work/files'"
check 'holds no sources, tests, secrets or data' sh -c \
  "! grep -Eq '^app/(src|pom|secrets|data/.)|\.java$|discord-token' '$work/files'"
check 'holds one native library of SQLite' sh -c "test \$(grep -c libsqlitejdbc '$work/files') = 1"
check 'holds the licences' grep -q '^app/licenses/licences.md' "$work/files"

# ---- one command a container
volume="$name-data:/app/data"
hardened="--read-only --cap-drop=ALL --security-opt no-new-privileges --pids-limit 512 -m 768m
  --tmpfs /tmp:rw,noexec,nosuid,nodev,size=64m"
[ "$engine" = podman ] && hardened="$hardened --read-only-tmpfs=false"
# shellcheck disable=SC2086 # Options are separate words.
once() { $engine run --rm -i $hardened --network none -v "$volume" "$@"; }

check 'its start cache is usable' once --entrypoint java "$image" -XX:AOTMode=on @/app/readout version
says 'first use indexes the shipped records and answers' 'Beijing' once "$image" ask 'did they agree on TikTok in Madrid?'
says 'a Chinese question arrives whole' '实体清单|Entity List' once "$image" ask '实体清单是什么?'
says 'no token: says so, exit 2' 'DISCORD_TOKEN_FILE' once "$image" bot
sed -n 's/.*"q": "\(\([^"\\]\)*\)".*/\1/p' "$root/src/test/resources/questions/development.jsonl" |
  awk 'NR % 3 == 0' >"$work/questions"
answers() { sed -E 's/"(generation|built|asked|took)[A-Za-z]*" ?: ?("[^"]*"|[0-9.]+),?//g'; }
once "$image" ask --json --file - <"$work/questions" | answers >"$work/theirs"
READOUT_INDEX=$work/index "$root/bin/readout" ask --json --file "$work/questions" | answers >"$work/ours"
figure 'questions compared' "$(wc -l <"$work/questions")"
check 'answers are those of the program outside' cmp "$work/ours" "$work/theirs"

# ---- the bot
mkfifo "$work/type"
"$root/bin/standin" --rest 18899 --gateway 18898 --token "$token" <"$work/type" >"$work/said" 2>&1 &
standin=$!
exec 4>"$work/type"
for _ in $(seq 300); do
  grep -q 'waiting for a bot' "$work/said" && break
  sleep 1
done
printf '%s\n' "$token" >"$work/token"
chmod 444 "$work/token"

ticks() { awk '{print $14 + $15}' "/proc/$($engine inspect -f '{{.State.Pid}}' "$name")/stat" 2>/dev/null; }
# Of the bot's process, in a container that runs.
resident() { awk '/VmRSS/{printf "%d", $2 / 1024}' "/proc/$($engine inspect -f '{{.State.Pid}}' "$name")/status"; }
# start OPTIONS…: the bot, until it is healthy; sets seconds and cpu.
start() {
  from=$(date +%s%N)
  # shellcheck disable=SC2086
  $engine run -d --name "$name" $hardened --network host -v "$volume" -v "$work/token:/run/secrets/discord-token:ro" \
    -e DISCORD_TOKEN_FILE=/run/secrets/discord-token -e DISCORD_API_URL=http://127.0.0.1:18899/api/v10/ \
    -e DISCORD_GATEWAY_URL=ws://127.0.0.1:18898/ -e INTAKE_ALLOW_LOOPBACK=true "$@" "$image" >/dev/null
  await
}
await() {
  for _ in $(seq 1200); do
    curl -fsS -o "$work/healthz" http://127.0.0.1:8917/healthz 2>/dev/null && break
    sleep 0.05
  done
  seconds=$(awk "BEGIN{printf \"%.2f\", ($(date +%s%N) - $from) / 1e9}")
  cpu=$(ticks | awk -v hz="$(getconf CLK_TCK)" '{printf "%.2f", $1 / hz}')
}
# type LINE PATTERN: somebody types this to the bot and sees that within 20 s.
type() {
  seen=$(wc -l <"$work/said")
  printf '%s\n' "$1" >&4
  for _ in $(seq 200); do
    tail -n +"$((seen + 1))" "$work/said" | grep -Eq -- "$2" && return 0
    sleep 0.1
  done
  tail -n +"$((seen + 1))" "$work/said"
  return 1
}
# later LINE PATTERN: the same for a reply that changes until it has the pattern.
later() {
  printf '%s\n' "$1" >&4
  for _ in 1 2 3 4 5 6; do
    sleep 3
    type last "$2" >"$work/last" && return 0
  done
  cat "$work/last"
  return 1
}

start
figure 'ready, index present: wall / process time, s' "$seconds / $cpu (aim: 2.0)"
check 'ready within 5 s of process time' awk "BEGIN{exit !($cpu <= 5.0)}"
says 'is healthy' '"status":"ok","checks"' cat "$work/healthz"
check 'its health check says so too' $engine exec "$name" java @/app/readout health
check 'java is process 1, and not root' sh -c "$engine top $name user pid args | grep -E '^(nonroot|65532) +1 +java'"
check 'answers' type '/ask question:"is the affiliates rule in force?"' 'The Affiliates Rule'
check 'answers in Chinese' type '/ask question:"实体清单是什么?"' '实体清单|Entity List'
check 'draws a timeline, without fonts of the system' later '/timeline topic:rare-earths' 'As of'
check 'completes' type 'type /ask question:"tiktok"' 'TikTok'
pdf "The Bureau of Industry and Security said on 3 June 2026 that it had paused the rule." >"$work/rule.pdf"
{
  printf '<html><head><meta charset="gb2312"><title>'
  printf '商务部新闻发言人就中美经贸磋商答记者问' | iconv -f UTF-8 -t GB2312
  printf '</title></head><body><article><p>'
  printf '商务部新闻发言人表示，中美双方在吉隆坡达成的共识正在落实，中方愿与美方继续保持沟通。我们将在平等和相互尊重的基础上，就各自关切的问题开展对话，不断拉长合作清单，压缩问题清单，推动中美经贸关系健康、稳定、可持续发展。' | iconv -f UTF-8 -t GB2312
  printf '</p></article></body></html>'
} >"$work/page.html"
printf 'perms admin\n' >&4
check 'reads a PDF, in a process of its own' later "/source add file:$work/rule.pdf" 'paused the rule'
check 'reads a page in GB2312' later "/source add file:$work/page.html" '吉隆坡'
check 'serves figures' sh -c "curl -fsS http://127.0.0.1:8917/metrics | grep -q '^readout_'"
check 'backs up while it runs' sh -c "$engine exec $name java @/app/readout backup - >'$work/backup'"
check 'the backup is whole' sh -c "$engine run --rm -i --network none $image restore --check - <'$work/backup'"
figure 'resident at rest, MB' "$(resident)"
check 'its log names neither token nor question' sh -c \
  "! $engine logs $name 2>&1 | grep -E 'never-shown|affiliates rule in force'"

from=$(date +%s%N)
check 'stops when told to' $engine stop -t 30 "$name"
figure 'stopped within, s' "$(awk "BEGIN{printf \"%.2f\", ($(date +%s%N) - $from) / 1e9}")"
says 'by itself' '^(0|143) false$' $engine inspect -f '{{.State.ExitCode}} {{.State.OOMKilled}}' "$name"
from=$(date +%s%N)
$engine start "$name" >/dev/null
await
check 'starts again on what it has' sh -c "! $engine logs --since 60s $name 2>&1 | tail -n 4 | grep -q Building"
$engine kill -s KILL "$name" >/dev/null
$engine start "$name" >/dev/null
from=$(date +%s%N)
await
check 'starts after being killed' curl -fsS http://127.0.0.1:8917/healthz
$engine rm -f -t 30 "$name" >/dev/null

# ---- elsewhere
volume="$name-restored:/app/data"
check 'restores on an empty volume' sh -c "$engine run --rm -i --network none -v $volume $image restore - <'$work/backup'"
once "$image" ask --json --file - <"$work/questions" | answers >"$work/restored"
check 'and answers the same there' cmp "$work/theirs" "$work/restored"
volume="$name-data:/app/data"
cp -r "$root/index-data" "$work/records"
chmod -R a+rX "$work/records"
rm "$work"/records/explainers/*.md
start -v "$work/records:/app/index-data:ro"
says 'other records: builds anew beside the old' 'Building' $engine logs "$name"
check 'and answers' type '/ask question:"did they agree on TikTok in Madrid?"' 'TikTok'
$engine rm -f -t 30 "$name" >/dev/null
mkdir -m 755 "$work/foreign"
says "a folder of somebody else's: says what to do" '65532|writ|permission' $engine run --rm --network none \
  -v "$work/foreign:/app/data" -e DISCORD_TOKEN=x "$image" bot

exit "$failed"
