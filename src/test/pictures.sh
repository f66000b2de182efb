#!/bin/sh
# Takes the pictures of docs/pictures anew: real answers from the shipped records, as of 24 November 2026, about as
# Discord shows them. Run it in the project's folder. Needs Maven, a JDK 25, chromium with the fonts Noto Sans CJK and
# Noto Color Emoji. No part of the gate.
#
# CHROMIUM  the browser; chromium where not set

set -eu

chromium=${CHROMIUM:-chromium}
width=760
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

browse() {
  "$chromium" --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking \
    --disable-component-update --disable-sync --hide-scrollbars --user-data-dir="$work/profile" "$@" 2>/dev/null
}

# Takes the picture of page $1, in the look $2: none for dark, "light", "tw" for the characters of Taiwan.
take() {
  page="file://$work/$1.html#$2"
  height=$(browse --window-size=$width,600 --dump-dom "$page" | sed -n 's/.*<title>\([0-9]*\)<.*/\1/p')
  browse --window-size=$width,"$height" --screenshot="$work/$1.png" "$page"
  cp "$work/$1.png" "docs/pictures/$1.png"
}

cat >"$work/pages" <<'PAGES'
ask|ask|EN|What did each side say about connected cars in October 2024?
ask-zh-tw|ask|ZH_TW|實體清單是什麼？
compare|compare|EN|Geneva
status|status|EN|fentanyl tariff
quote|quote|EN|"the commercial terms have not been agreed upon"
declined|ask|EN|best pizza in Shanghai
PAGES
mvn -B -q test-compile
mvn -B -q exec:exec -Dexec.executable=java -Dexec.classpathScope=test \
  -Dexec.args="--enable-native-access=ALL-UNNAMED -cp %classpath dev.readout.discord.render.PicturePages $work"

# What a moderator sees in an afternoon, as the bot sent it to the stand-in for Discord.
mvn -B -q test -Dtest=BotAfternoonTest -Dpictures="$work" -Dsurefire.failIfNoSpecifiedTests=false

mkdir -p docs/pictures
take ask ''
take ask-zh-tw tw
take compare ''
take status ''
take quote ''
take declined light
for shown in source-add source-form source-list reindex answer-from-added withdrawn coverage; do
  take "$shown" ''
done
java -Djava.awt.headless=true src/build/FewColours.java docs/pictures/*.png
