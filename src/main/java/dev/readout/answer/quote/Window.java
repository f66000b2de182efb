package dev.readout.answer.quote;

import dev.readout.answer.Snippet;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Statement;
import dev.readout.index.StatementHit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Neighbouring statements of one voice and speaker, over which a quotation may run: what it is
 * compared with. Immutable.
 */
record Window(CorpusRecord record, List<Statement> statements, boolean isChinese) {

  /** The statement found, and on each side those that begin within {@code reach} characters. */
  static Window around(StatementHit hit, int reach, boolean isChinese) {
    List<Statement> all = hit.record().statements();
    int from = hit.ordinal();
    for (int chars = 0; from > 0 && chars < reach && isOfOneVoice(all, from - 1); from--) {
      chars += Passage.text(all.get(from - 1), isChinese).length();
    }
    int to = hit.ordinal() + 1;
    for (int chars = 0; to < all.size() && chars < reach && isOfOneVoice(all, to - 1); to++) {
      chars += Passage.text(all.get(to), isChinese).length();
    }
    return new Window(hit.record(), all.subList(from, to), isChinese);
  }

  private static boolean isOfOneVoice(List<Statement> statements, int first) {
    return Passage.isSameSpeaker(statements.get(first), statements.get(first + 1));
  }

  String text() {
    return statements.stream()
        .map(statement -> Passage.text(statement, isChinese))
        .collect(Collectors.joining("\n"));
  }

  /** Those of the statements that a stretch of the text touches. */
  Passage passage(int start, int end) {
    List<Snippet> touched = new ArrayList<>();
    int at = 0;
    for (Statement statement : statements) {
      int next = at + Passage.text(statement, isChinese).length();
      if (at < end && start < next) {
        touched.add(new Snippet(record, statement));
      }
      at = next + 1;
    }
    return new Passage(touched, isChinese);
  }
}
