package dev.readout.answer;

import dev.readout.corpus.QuickPattern;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A question in English as it is written out, of what people type into a chat: "whats", "w/",
 * "75k", and without what only asks to be told ("can someone explain … to me", "in a nutshell").
 * Pure functions.
 */
final class TypedText {
  private static final Map<String, String> SHORT =
      Map.ofEntries(
          Map.entry("whats", "what is"),
          Map.entry("wats", "what is"),
          Map.entry("wat", "what"),
          Map.entry("wot", "what"),
          Map.entry("wut", "what"),
          Map.entry("whens", "when is"),
          Map.entry("wheres", "where is"),
          Map.entry("hows", "how is"),
          Map.entry("wen", "when"),
          Map.entry("rn", "right now"),
          Map.entry("atm", "right now"),
          Map.entry("abt", "about"),
          Map.entry("govt", "government"),
          Map.entry("thru", "through"),
          Map.entry("incl", "including"),
          Map.entry("pct", "percent"),
          Map.entry("adn", "and"),
          Map.entry("hv", "have"),
          Map.entry("jan", "January"),
          Map.entry("feb", "February"),
          Map.entry("apr", "April"),
          Map.entry("aug", "August"),
          Map.entry("sept", "September"),
          Map.entry("oct", "October"),
          Map.entry("nov", "November"),
          Map.entry("chinas", "China's"));

  private static final Pattern SHORTENED =
      pattern("\\b(?:" + String.join("|", SHORT.keySet()) + ")\\b");

  /** A pattern and what stands for it, in the order in which they are looked for. */
  private record Written(QuickPattern typed, String out) {
    static Written of(String typed, String out) {
      return new Written(QuickPattern.of(typed), out);
    }
  }

  /** How something stands, asked last: "google antitrust over?". */
  private static final String STANDS =
      "(?:over|gone|dead|alive|active|valid|void|lifted|dropped|scrapped|paused|suspended|repealed"
          + "|finished|in (?:force|effect))";

  private static final String SAID =
      "(?:people|everyone|everybody|folks|they|the (?:press|media|news)|(?:people|traders|lawyers)"
          + " in [\\w ]{3,30}?|i|we|you)";

  private static final String FOR =
      "^\\W*who (?:negotiates|represents|heads|leads)(?: for)? (?:the )?";

  private static final String IN_THE_TALKS =
      "(?:['’]s)?(?: side| team| delegation| negotiating team)?(?: in the (?:trade )?talks)?(?:"
          + " (?:right )?now| today)?\\W*$";

  private static final String ASKED = "what|when|who|where|why|how|which";

  private static final String ASKING = "(?:" + ASKED + "|if|whether)\\b";

  private static final List<Written> WRITTEN =
      List.of(
          Written.of("\\bw/o\\b", "without"),
          Written.of("\\bw/ ?", "with "),
          Written.of("(?<=\\w) (?:n|&) (?=\\w)", " and "),
          Written.of("\\b(what|where|who|how|why|when|they|we|you) r\\b(?!-)", "$1 are"),
          Written.of("(?<=[0-9]) ?bn\\b", " billion"),
          Written.of("(?<=[0-9]) ?mn\\b", " million"),
          Written.of("\\b([0-9]{1,3})k\\b", "$1,000"),
          Written.of("\\bFY ?['’]?(?:20)?([0-9]{2})\\b", "fiscal-20$1"),
          Written.of("\\b(trump|biden) (?:2\\.0|II)(?![0-9])", "$1"),
          // "oct '24", "may26"
          Written.of("\\b(" + AskedTime.MONTH + ")(?: ?['’])?(1[7-9]|2[0-9])(?![0-9])", "$1 20$2"),
          Written.of("(?<=\\s)['’](1[7-9]|2[0-9])(?![0-9])", "20$1"),
          Written.of("(?<!\\blist),? \\b(?:pls|plz|please|thx|thanks)\\b", ""),
          Written.of(
              "^\\W*(?:hey|hi|hello|quick question)\\b(?: (?:all|guys|folks|everyone))?\\W+", ""),
          Written.of(
              "^\\W*(?:(?:can|could|would) (?:someone|somebody|anyone|anybody|you)(?: explain|"
                  + " tell(?: me| us)?| remind me| say| clarify)(?: to me)?|(?:do|does)"
                  + " (?:you|anyone|anybody|someone) know|i(?: would|['’]d)? (?:want|like) to"
                  + " know|i(?: was|['’]m| am)? wondering) (?="
                  + ASKING
                  + ")",
              ""),
          Written.of("\\bimport (?=dut(?:y|ies)\\b|tariffs?\\b)", ""),
          Written.of("^\\W*eli5\\b\\W*", "explain "),
          Written.of(
              ",? (?:like|as if) i(?: (?:am|was|were)|['’]?m) (?:five|5|a (?:child|kid))\\b", ""),
          Written.of(
              "^\\W*(?:(?:can|could) (?:someone|somebody|anyone|anybody|you)"
                  + " )?(?:explain|define)(?: to me)?"
                  + " (?!(?:how|why|what|when|who|which|where|whether|if)\\b|[^?]*\\bdiffer)((?:[^\\s?,.]+"
                  + " ){0,6}?[^\\s?,.]+?)(?: to me)?\\W*$",
              "what is $1?"),
          Written.of(
              "^([^.?!]{2,60}?)[\\s,:–—-]+(what|who) ?(?:['’]s|is|are) (?:that|this|it|they)\\W*$",
              "$2 is $1?"),
          Written.of(
              "^(?!.*\\b(?:why|how|when)\\b)(\\W*(?:what|who)(?:['’]s| is| are) [^?]{3,60}?),?"
                  + " (?:(?:that|which) )?"
                  + SAID
                  + " (?:all |always |often |just |now"
                  + " )?(?:keeps?|is|are|talks?|mentions?|hears?|heard|reads?|says?)\\b[^?]{0,40}\\W*$",
              "$1?"),
          Written.of(
              "^(?!.*\\b(?:"
                  + ASKED
                  + ")\\b)([^.?!]{4,90}?)(?<! or)[\\s,;:–—-]+(?:is|are) (?:it|they|that|this)((?:"
                  + " still| now)?) ("
                  + STANDS
                  + ")(?: or not| now)?\\W*$",
              "is $1$2 $3?"),
          Written.of(
              "^(?!.*\\b(?:is|are|was|were|did|do|does|has|have|can|will|"
                  + ASKED
                  + ")\\b)([^.?!]{4,60}) ("
                  + STANDS
                  + ")\\?$",
              "is $1 $2?"),
          Written.of(
              "^(?!.*\\b(?:" + ASKED + ")\\b.* )([^.?!]{6,80}?),? (?:reasons?|why|y)\\W*$",
              "why $1?"),
          Written.of(
              "\\bwhy (us|u\\.s\\.|america|china|beijing|washington|trump|biden|xi)(?= \\w+\\b)(?!"
                  + " (?:and|or)\\b)",
              "why did $1"),
          Written.of(
              "^\\W*why"
                  + " (?!(?:not|is|are|was|were|did|do|does|has|have|had|will|would|can|could)\\b)([^?,.]{3,50}?)"
                  + " (\\w{3,}ed)\\b",
              "why was $1 $2"),
          // What the asker has paid is in no record.
          Written.of(
              "\\b((?:i|we|i['’]?m(?: \\w+){0,4}?)(?:['’]ve| have| had| already| just)*"
                  + " (?:paid|pay|spent|owe|ordered|imported)) (?:like |about |around |some |over"
                  + " |roughly )?\\$?[0-9][0-9,.]*(?: (?:dollars|usd|bucks|million))?\\b",
              "$1"),
          Written.of(
              FOR + "(?:us|u\\.s\\.|americans?|united states|washington)" + IN_THE_TALKS,
              "who leads the talks for the United States?"),
          Written.of(FOR + "(?:china|chinese|beijing)" + IN_THE_TALKS, "who leads China's side?"),
          Written.of(
              "^\\W*who (?:leads|heads|runs|conducts|is (?:leading|heading|running|conducting))"
                  + " (?:the )?(?:trade )?(?:talks|negotiations) (?:for|on behalf of) (?:the"
                  + " )?(?:china|chinese|beijing)\\W*$",
              "who leads China's side?"),
          Written.of(
              "^(\\W*how did [^?]{2,20}) (?:(?:hit|fire|strike) back"
                  + " (?:at|against)|(?:respond|react)"
                  + " to(?=[^?]*\\b(?:tariffs?|dut(?:y|ies))\\b))(?!.*\\b(?:with|ruling|court|decision)\\b)",
              "$1 retaliate against"),
          Written.of(
              "^\\W*what did ([^?]{2,20}?) do in (?:response|answer|reaction)"
                  + " to(?=[^?]*\\b(?:tariffs?|dut(?:y|ies))\\b)",
              "how did $1 retaliate against"),
          Written.of(
              "^(\\W*did [^?]{2,20}?) (?:keep|fulfil|fulfill|honou?r|meet|deliver on|live up to)"
                  + " (?:its|their) (?:promises?|pledges?|commitments?) to (?=buy\\b)",
              "$1 "),
          Written.of(
              "^\\W*when (they|the two(?: sides| leaders| presidents)?|trump and xi)"
                  + " (meet|talk|speak)\\b",
              "when do $1 $2"),
          Written.of(
              "^\\W*ha(?:s|ve) (china|beijing|the (?:us|u\\.s\\.|united states)|washington)"
                  + " (?:already |actually |ever )?bought (?:any )?",
              "did $1 buy "),
          Written.of(
              "^\\W*what(?:['’]s| is)(?: currently)? (?:happening|going on|new|up) (?:with|at)"
                  + " ([^?]{3,60}?)(?: right now| now| these days)?\\W*$",
              "what is the latest on $1?"),
          Written.of(
              "^\\W*does (china|beijing)(?: still| currently)? (?:restrict|control|limit)"
                  + " (?:the )?(?:exports? of )?([^?]{3,40}?)(?: exports?)?(?: now| today)?\\W*$",
              "are $1's $2 still restricted?"),
          Written.of(
              "^\\W*does (?:the )?(?:us|u\\.s\\.|united states|america|washington)(?: still|"
                  + " currently)? (?:restrict|control|limit) (?:the )?(exports? of [^?]{3,40} to"
                  + " china)\\W*$",
              "are $1 still restricted?"),
          Written.of(
              "\\b(timeline|history|chronology) of (?:the )?trump(?:['’]s)? (?=tariffs)",
              "$1 of US "),
          Written.of(
              "^\\W*what (?:was|is) the (geneva|london|stockholm|madrid) framework\\W*$",
              "what was agreed in $1?"),
          Written.of(
              "^\\W*(?:which|what) (?:chinese |us |u\\.s\\. |american )?(law|act|statute) is the"
                  + " (?:legal )?basis (?:for|of) (?:the )?([^?]{3,60}?)\\W*$",
              "what $1 are the $2 based on?"),
          Written.of(
              "^\\W*(?:how|where) (?:do|can|could|should) (?:i|we|you|importers?|companies|one|a"
                  + " company) (?:file|apply|ask|claim|request|submit)(?: for)? (?:an? |the |my"
                  + " |our )?((?:[\\w-]+ ){0,3}refunds?)\\b",
              "how can I get a $1"),
          Written.of(
              "^\\W*what (?:will|would|is going to|did) (?:replace|succeed|come after)"
                  + " ([^?]{3,60}?)(?:,? (?:after|when|once|now that) (?:it|they|this)"
                  + " [^?]{2,30})?\\W*$",
              "what replaced $1?"),
          Written.of(
              "\\bdid ([^?]{3,40}?) (meet|talk|speak)(?: up)? (?:the )?last(?: time)?\\b",
              "did $1 last $2"),
          Written.of(
              "^\\W*what (?:happens|will happen|is going to happen|is happening) on (?=(?:the"
                  + " )?[0-9]|"
                  + AskedTime.MONTH
                  + "\\b)",
              "what changes on "),
          // What is asked is yes or no, whatever the verb.
          Written.of("^\\W*(?:so )?is it (?:really )?true(?: that)? (?=\\w)", "did "),
          // What the Supreme Court has ruled on.
          Written.of(
              "\\b(supreme court\\b[^?]*?) (?:the )?(?:president )?trump(?:['’]?s)? (?:global"
                  + " )?tariffs\\b",
              "$1 the IEEPA tariffs"),
          Written.of(
              "^\\W*(?:can|could|will) (?:i|we|importers|companies) (?:still |really"
                  + " )?(?:get|claim|receive|have) (?:a |an |the |my |our )?refunds? (?:on|of|for)"
                  + " (?:the |my |our )?((?:ieepa|reciprocal|fentanyl)?"
                  + " ?(?:tariffs?|dut(?:y|ies)))\\b[^?]*\\W*$",
              "how can I get a refund of the $1"),
          Written.of("\\bwhat exactly (is|are|was|were)\\b", "what $1"),
          Written.of(
              ",? (?:in a nutshell|in short|in brief|briefly|in (?:simple|plain)"
                  + " (?:terms|words|english)|in one"
                  + " sentence|roughly|basically|tldr|eli5)(?=\\W*$)",
              ""));

  private TypedText() {}

  private static Pattern pattern(String regex) {
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
  }

  /** The question written out; itself where nothing is to be. */
  static String writtenOut(String question) {
    String text =
        SHORTENED
            .matcher(question)
            .replaceAll(
                match ->
                    Matcher.quoteReplacement(
                        SHORT.getOrDefault(match.group().toLowerCase(Locale.ROOT), match.group())));
    for (Written written : WRITTEN) {
      text = written.typed().replaceAll(text, written.out());
    }
    return text;
  }
}
