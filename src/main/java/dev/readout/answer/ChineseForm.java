package dev.readout.answer;

import dev.readout.corpus.QuickPattern;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * What a Chinese text holds that fills a slot, more exactly than the English beside a statement
 * tells it; and how exactly a question asks. Simplified characters. Immutable.
 *
 * @param isWritten whether there is any Chinese
 * @param counted what it counts, or wants counted
 * @param hasReason whether it says why
 * @param asksBasis whether it asks what law something rests on
 * @param hasBuilding whether it names a building, or asks for one
 * @param asksForCompany whether it asks for a company, and no agency will do
 * @param listed how many things the longest enumeration has, 0 for none
 * @param daysAsked the most days that what answers "when" may last
 */
record ChineseForm(
    boolean isWritten,
    ChineseMeasure counted,
    boolean hasReason,
    boolean asksBasis,
    boolean hasBuilding,
    boolean asksForCompany,
    int listed,
    int daysAsked) {
  private static final int DAYS_OF_A_MONTH = 31;

  private static final QuickPattern REASON =
      QuickPattern.exactly(
          "(?<!原)因(?!此|而|应)|由于|理由|为由|原因|出于|旨在|为了|以(?:防|免|保护|维护|期)|目的|基于|鉴于|回应|报复|反制(?!清单|名单|措施)|针对的|认定|指控|构成|发现|隐患|危及|协助");

  private static final QuickPattern BASIS = QuickPattern.exactly("依据|根据|凭|法律");

  private static final QuickPattern BUILDING =
      QuickPattern.exactly("[大座]楼|建筑|酒店|饭店|会议中心|[王白总]?宫(?!务)|庄园|官邸|会堂|宾馆");

  private static final QuickPattern A_COMPANY =
      QuickPattern.exactly("卖给谁|归谁|哪几?家|哪[个些几][^，。？是有]{0,3}(?:公司|企业)");

  private static final QuickPattern ASIDE = QuickPattern.exactly("（[^（）]*）|\\([^()]*\\)");
  private static final Pattern CLAUSE = Pattern.compile("[，。；：？！]");
  private static final QuickPattern BETWEEN = QuickPattern.exactly("、");
  private static final QuickPattern LAST = QuickPattern.exactly("和|以及|及|与");

  private static final QuickPattern A_DAY = QuickPattern.exactly("[哪几][一]?[天日号]|几月几|日期");
  private static final QuickPattern A_YEAR = QuickPattern.exactly("哪一?年");

  static ChineseForm of(String text) {
    return new ChineseForm(
        text.codePoints().anyMatch(Character::isIdeographic),
        ChineseMeasure.of(text),
        REASON.isIn(text),
        BASIS.isIn(text),
        BUILDING.isIn(text),
        A_COMPANY.isIn(text),
        listed(text),
        A_DAY.isIn(text) ? 1 : A_YEAR.isIn(text) ? Integer.MAX_VALUE : DAYS_OF_A_MONTH);
  }

  private static int listed(String text) {
    return Arrays.stream(CLAUSE.split(ASIDE.replaceAll(text, "")))
        .mapToInt(
            clause -> {
              long between = BETWEEN.in(clause).stream().count();
              return between == 0
                  ? 0
                  : (int) between
                      + 1
                      + (LAST.isIn(clause.substring(clause.lastIndexOf('、'))) ? 1 : 0);
            })
        .max()
        .orElse(0);
  }
}
