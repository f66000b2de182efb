package dev.readout.discord.render;

import dev.readout.answer.ReceiptBook.KeptAnswer;
import dev.readout.answer.ReceiptBook.ReceiptState;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Language;
import java.util.ArrayList;
import java.util.List;
import net.dv8tion.jda.api.utils.TimeFormat;

/** An answer shown again, and what has become of its sources. Pure functions. */
public final class ReceiptMessage {
  /** Of each list; there may be many newer sources. */
  private static final int MAX_RECORDS = 3;

  private ReceiptMessage() {}

  /** The first page, under the words of the language in which it was given. */
  public static Reply of(KeptAnswer kept, ReceiptState state, Frame frame, Language language) {
    List<String> lines = new ArrayList<>();
    lines.add(
        Phrase.RECEIPT_OF.in(
            language,
            kept.id(),
            TimeFormat.DATE_TIME_SHORT.format(kept.created()),
            kept.answer().index().name()));
    if (state.isSame()) {
      lines.add("✅ " + Phrase.SAME_TODAY.in(language));
    }
    add(lines, Phrase.WITHDRAWN, state.withdrawn(), language);
    add(lines, Phrase.CHANGED, state.changed(), language);
    add(lines, Phrase.NEWER_SOURCE, state.newer(), language);
    return new AnswerMessage(kept.answer(), frame, String.join("\n", lines)).reply();
  }

  private static void add(
      List<String> lines, Phrase what, List<CorpusRecord> records, Language language) {
    if (!records.isEmpty()) {
      lines.add("⚠️ " + what.in(language));
      records.stream()
          .limit(MAX_RECORDS)
          .map(record -> Markdown.bullet(SourceLine.of(record, language)))
          .forEach(lines::add);
      if (records.size() > MAX_RECORDS) {
        lines.add(Markdown.bullet("… +" + (records.size() - MAX_RECORDS)));
      }
    }
  }
}
