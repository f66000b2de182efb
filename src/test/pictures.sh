#!/bin/sh
# Takes the pictures of docs/pictures anew: real answers from the shipped records, as of 24 November 2026, about as
# Discord shows them. Run it in the project's folder. Needs Maven, a JDK 25, chromium with the fonts Noto Sans CJK and
# Noto Color Emoji. No part of the gate. First measures replies at 390 and 760 pixels, dark and light, in each language, and
# ends with 1 where one is higher than it may be, is cut, or has a line that begins with a dot.
#
# src/test/pictures.sh [measure]
#
# measure   takes no pictures
# CHROMIUM  the browser; chromium where not set
# CLASSES   the class path of the compiled tests; where not set, Maven compiles them

set -eu

fail() {
  printf 'pictures: %s\n' "$1" >&2
  exit 1
}

chromium=${CHROMIUM:-chromium}
width=760
command -v "$chromium" >/dev/null || fail 'needs a browser: apt install chromium'
for font in 'Noto Sans CJK SC' 'Noto Color Emoji'; do
  fc-list | grep -q "$font" || fail "needs the font $font: apt install fonts-noto-cjk fonts-noto-color-emoji"
done
# shellcheck source=bin/find-java.sh
. bin/find-java.sh
find_java
set +f
export JAVA_HOME="$java_home" PATH="$java_home/bin:$PATH"
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

# name|command|language|what is typed|the most that it may be high, in pixels; nothing where that is not measured
cat >"$work/pages" <<'PAGES'
ask|ask|EN|What did each side say about connected cars in October 2024?|600
ask-zh|ask|ZH|2024年10月双方就网联汽车各怎么说？|600
ask-zh-tw|ask|ZH_TW|實體清單是什麼？|600
standing|ask|EN|Is the affiliates rule in force?|600
standing-zh|ask|ZH|穿透性规则现在有效吗？|600
standing-zh-tw|ask|ZH_TW|穿透性規則現在有效嗎？|600
latest|ask|EN|What is the latest on soybeans?|600
next-zh|ask|ZH|下一次元首会晤是什么时候？|600
declined|ask|EN|best pizza in Shanghai|320
declined-zh|ask|ZH|上海最好吃的披萨在哪里|320
declined-zh-tw|ask|ZH_TW|上海最好吃的披薩在哪裡|320
nearest|ask|EN|What did Bessent say yesterday?|320
nearest-zh|ask|ZH|昨天贝森特说了什么？|320
nearest-zh-tw|ask|ZH_TW|昨天貝森特說了什麼？|320
status|status|EN|fentanyl tariff|500
status-zh|status|ZH|芬太尼关税|500
status-zh-tw|status|ZH_TW|芬太尼關稅|500
status-rule|status|EN|affiliates rule|500
compare|compare|EN|Geneva|900
compare-busan|compare|EN|Busan|900
compare-zh|compare|ZH|吉隆坡|900
compare-zh-tw|compare|ZH_TW|吉隆坡|900
explain|explain|EN|Entity List|480
explain-zh|explain|ZH|实体清单|480
explain-zh-tw|explain|ZH_TW|實體清單|480
quote|quote|EN|"the commercial terms had not been agreed between two private parties"|
next|next|EN||650
next-zh-cn|next|ZH||650
next-zh-tw|next|ZH_TW||650
expiring|expiring|EN|10|900
expiring-zh|expiring|ZH|10|900
expiring-zh-tw|expiring|ZH_TW|10|900
digest|digest|EN|2026-09-28|900
digest-zh|digest|ZH|2026-09-28|900
digest-zh-tw|digest|ZH_TW|2026-09-28|900
timeline|timeline|EN|rare-earths|600
timeline-zh|timeline|ZH|rare-earths|600
timeline-zh-tw|timeline|ZH_TW|rare-earths|600
rates|rates|EN|2025-04-04-prc-34-percent-tariff|600
rates-zh|rates|ZH|2025-04-04-prc-34-percent-tariff|600
rates-zh-tw|rates|ZH_TW|2025-04-04-prc-34-percent-tariff|600
watch|watch|EN|2025-09-29-bis-affiliates-rule|480
watch-zh|watch|ZH|2025-09-29-bis-affiliates-rule|480
watch-zh-tw|watch|ZH_TW|2025-09-29-bis-affiliates-rule|480
PAGES
if [ -n "${CLASSES:-}" ]; then
  "${JAVA_HOME:+$JAVA_HOME/bin/}java" -Djava.util.logging.config.file=/dev/null --enable-native-access=ALL-UNNAMED \
    -cp "$CLASSES" dev.readout.discord.render.PicturePages "$work"
else
  mvn -B -q test-compile
  mvn -B -q exec:exec -Dexec.executable=java -Dexec.classpathScope=test \
    -Dexec.args="--enable-native-access=ALL-UNNAMED -cp %classpath dev.readout.discord.render.PicturePages $work"
fi

# All of them at once, each in a frame of its own, as wide as a phone and as a window, dark and light.
{
  printf '<!DOCTYPE html><meta charset="utf-8"><style>body { margin: 0; width: 3200px } iframe { border: 0; height: 1000px }</style>\n'
  for look in dark light; do
    while IFS='|' read -r name _ language _ most; do
      [ -n "$most" ] || continue
      case $language in *TW) script=tw ;; *) script= ;; esac
      printf '<iframe title="%s %s 390 %s" width="390" src="%s.html#phone %s %s"></iframe>\n' \
        "$name" "$look" "$most" "$name" "$look" "$script"
      printf '<iframe title="%s %s 760 %s" width="760" src="%s.html#%s %s"></iframe>\n' \
        "$name" "$look" "$most" "$name" "$look" "$script"
    done <"$work/pages"
  done
  cat <<'MEASURE'
<pre id="heights"></pre>
<script>
  addEventListener('load', () => {
    // A line that begins with a dot, or what is wider than its frame: neither is to be seen.
    const flaws = frame => {
      const page = frame.contentDocument, message = page.querySelector('.message');
      const found = message.scrollWidth > message.clientWidth + 1 ? ['cut'] : [];
      const texts = page.createTreeWalker(message, NodeFilter.SHOW_TEXT);
      for (let before = null; texts.nextNode(); ) {
        for (let at = 0, text = texts.currentNode; at < text.length; at++) {
          const range = page.createRange();
          range.setStart(text, at);
          range.setEnd(text, at + 1);
          const box = range.getClientRects()[0];
          if (!box || !box.width || !text.data[at].trim()) continue;
          if (text.data[at] === '·' && before && box.top > before.top + 8) found.push('dot');
          before = box;
        }
      }
      return found.join(',') || 'none';
    };
    const height = frame => Math.ceil(frame.contentDocument.querySelector('.message').getBoundingClientRect().height);
    const frames = [...document.querySelectorAll('iframe')];
    document.getElementById('heights').textContent =
      frames.map(frame => `height ${frame.title} ${height(frame)} ${flaws(frame)}\n`).join('');
  });
</script>
MEASURE
} >"$work/measure.html"
browse --allow-file-access-from-files --virtual-time-budget=60000 --dump-dom "file://$work/measure.html" |
  sed -n 's/^.*height \([a-z-]* [a-z]* [0-9]* [0-9]* [0-9]* [a-z,]*\)$/\1/p' >"$work/heights"
measured=$(wc -l <"$work/heights")
expected=$((4 * $(grep -c '|[0-9][0-9]*$' "$work/pages")))
[ "$measured" -eq "$expected" ] || fail "measured $measured heights, not $expected: does $chromium open pages of files?"
awk '$5 > $4 { printf "too high: %s (%s, %s px wide) has %s px, at most %s\n", $1, $2, $3, $5, $4; over = 1 } END { exit over }' \
  "$work/heights" || exit 1
awk '$6 != "none" { printf "ugly: %s (%s, %s px wide): %s\n", $1, $2, $3, $6; ugly = 1 } END { exit ugly }' "$work/heights" || exit 1
echo "no reply is higher than it may be; the highest: $(sort -k4,4n -k5,5nr "$work/heights" | awk '!seen[$4]++ { printf "%s %s of %s px; ", $1, $5, $4 }')"
[ "${1:-}" != measure ] || exit 0

# What a moderator sees in an afternoon, as the bot sent it to the stand-in for Discord.
mvn -B -q test -Dtest=BotAfternoonTest -Dpictures="$work" -Dsurefire.failIfNoSpecifiedTests=false

mkdir -p docs/pictures
take ask ''
take ask-zh-tw tw
take compare ''
take status ''
take quote ''
take declined light
for drawn in timeline rates; do
  cp "$work/$drawn-drawn.png" "docs/pictures/$drawn.png"
done
for shown in source-add source-form source-list reindex answer-from-added withdrawn coverage; do
  take "$shown" ''
done
java -Djava.awt.headless=true src/build/FewColours.java docs/pictures/*.png
