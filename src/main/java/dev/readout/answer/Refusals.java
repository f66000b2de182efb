package dev.readout.answer;

import dev.readout.answer.Answer.SearchedBy;
import dev.readout.answer.Ranker.Ranked;
import dev.readout.answer.Reading.Shape;
import dev.readout.corpus.Language;
import dev.readout.corpus.Snippet;
import dev.readout.index.Generation;
import dev.readout.index.QueryPlan;
import java.util.List;

/** What is said where a question is not answered: what is missing, and what comes nearest. */
final class Refusals {
  /** Share of what is needed for an answer from which on the nearest statements are shown. */
  private static final double NEAR = 0.15;

  private static final int MAX_NEAREST = 3;
  private static final int MAX_NEAR_STATEMENTS = 3;

  private final Generation generation;
  private final Sufficiency sufficiency;
  private final RelatedQuestions related = new RelatedQuestions();

  Refusals(Generation generation, Sufficiency sufficiency) {
    this.generation = generation;
    this.sufficiency = sufficiency;
  }

  Answer.Declined of(Searched searched) {
    List<Statements.Ranked> ranked = searched.statements().ranked();
    List<Statements.Ranked> statements =
        ranked.isEmpty() || (searched.missing().isEmpty() && !searched.reading().asks(Shape.NEXT))
            ? ranked
            : StatementOrder.of(
                searched.plan(),
                StatementOrder.Named.NOTHING,
                searched.reading(),
                ranked,
                null,
                searched.asOf());
    boolean isFar = searched.confidence() < sufficiency.needed() * Sufficiency.FAR;
    List<Snippet> near =
        searched.confidence() >= sufficiency.needed() * NEAR
            ? statements.stream()
                .limit(MAX_NEAR_STATEMENTS)
                .map(one -> new Snippet(one.record(), one.statement()))
                .toList()
            : List.of();
    return new Answer.Declined(
        searched.question(),
        searched.question().labels(),
        searched.asOf(),
        generation.info(),
        searched.plan().repairs(),
        searched.missing().isEmpty()
            ? MissingParts.of(
                generation,
                searched.plan(),
                searched.reading(),
                searched.ranking().stream().map(Ranked::evidence).toList(),
                sufficiency
                    .lacking()
                    .told(
                        searched.question().text(),
                        searched.plan(),
                        searched.reading(),
                        searched.statements()))
            : searched.missing(),
        near,
        searched.ranking().stream().limit(isFar ? 0 : MAX_NEAREST).map(Ranked::record).toList(),
        related(searched),
        searchedBy(searched.plan()));
  }

  List<String> related(Searched searched) {
    Question question = searched.question();
    Language language = question.labels() == Language.EN ? Language.EN : Language.ZH;
    return related.of(question.text(), language, searched.ranking());
  }

  static SearchedBy searchedBy(QueryPlan plan) {
    return plan.hasMeaning() ? SearchedBy.WORDS_AND_MEANING : SearchedBy.WORDS;
  }
}
