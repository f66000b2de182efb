package dev.readout.answer;

import dev.readout.answer.Mentions.Mention;
import dev.readout.corpus.CorpusRecord;
import dev.readout.corpus.Kind;
import dev.readout.index.Evidence;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The meetings at the places that a question names, by id. "In Busan" asks about the meeting there:
 * the account of another meeting or call that speaks of it is not what was asked for. Immutable.
 */
record MeetingPlaces(Set<String> meetings) {
  MeetingPlaces {
    meetings = Set.copyOf(meetings);
  }

  /** Those of which an account is found that has the place in its title. */
  static MeetingPlaces of(Mentions mentions, List<Evidence> found) {
    List<Mention> places =
        mentions.all().stream().filter(one -> one.kind() == Mention.Kind.PLACE).toList();
    return new MeetingPlaces(
        found.stream()
            .filter(one -> isAccount(one.record()))
            .filter(one -> places.stream().anyMatch(place -> isHeldAt(place, one)))
            .map(one -> StatementOrder.meeting(one.record()))
            .collect(Collectors.toSet()));
  }

  private static boolean isHeldAt(Mention place, Evidence account) {
    return place.isIn(account.inTitle())
        || place.words().stream().anyMatch(word -> account.inTitle()[word]);
  }

  /** Whether the record is the account of another meeting or call. */
  boolean isElsewhere(Evidence evidence) {
    return !meetings.isEmpty()
        && isAccount(evidence.record())
        && !meetings.contains(StatementOrder.meeting(evidence.record()));
  }

  private static boolean isAccount(CorpusRecord record) {
    return record.kind() == Kind.MEETING || record.kind() == Kind.READOUT;
  }
}
