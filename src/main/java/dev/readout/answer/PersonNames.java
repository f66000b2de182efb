package dev.readout.answer;

import dev.readout.corpus.Language;
import dev.readout.corpus.Term;
import dev.readout.index.Generation;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Persons as the records tell of them, by surname and without office: "what did Treasury Secretary
 * Scott Bessent say" is asked as "what did Bessent say". Pure functions.
 */
final class PersonNames {
  private static final String OFFICE =
      "(?:(?:(?:the|former|then|us|u\\.s\\.|american|chinese|china['’]s|america['’]s) )*"
          + "(?:president(?:-elect)?|chairman|premier|vice[- ](?:premier|president)"
          + "|(?:(?:treasury|commerce|foreign|finance|trade|agriculture) )?(?:secretary|minister)"
          + "(?: of (?:state|commerce|the treasury|foreign affairs|defen[cs]e))?"
          + "|ustr|trade representative|ambassador|national security advis[eo]r|mrs?\\.?|ms\\.?) )";

  private static final String CHINESE_OFFICE =
      "(?:(?:美国|美國|中国|中國|中方|美方|国务院|國務院|时任|時任|前任?)*(?:总统|總統|国家主席|國家主席|主席|副?总理|副?總理|财政?部?长|財政?部?長|商务部?部?长|商務部?部?長|贸易(?:谈判)?代表|貿易(?:談判)?代表|国务卿|國務卿|外交?部?长|外交?部?長|副?部长|副?部長|先生))";

  private PersonNames() {}

  static String asTold(String text, Generation generation) {
    String told = text;
    for (String id : generation.termsIn(text)) {
      String before = told;
      told =
          generation
              .term(id)
              .filter(term -> term.kind().equals("person"))
              .map(person -> named(person, before))
              .orElse(before);
    }
    return told;
  }

  private static String named(Term person, String text) {
    String name = person.en().getFirst();
    String told =
        Stream.of(name.substring(name.lastIndexOf(' ') + 1), name.replaceFirst(" .*", ""))
            .filter(person.en()::contains)
            .findFirst()
            .orElse(name);
    String english =
        Pattern.compile(
                "\\b(?:%1$s*%2$s|%1$s+%3$s)(?![\\w-])"
                    .formatted(OFFICE, Pattern.quote(name), Pattern.quote(told)),
                Pattern.CASE_INSENSITIVE)
            .matcher(text)
            .replaceAll(Matcher.quoteReplacement(told));
    return Language.hasChinese(text)
        ? Stream.concat(person.zhHans().stream(), person.zhHant().stream())
            .reduce(
                english,
                (so, chinese) ->
                    so.replaceAll(CHINESE_OFFICE + "(?=" + Pattern.quote(chinese) + ")", ""))
        : english;
  }
}
