package dev.readout.store;

import dev.readout.corpus.Scope;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** An audit entry that is still to be written; see {@link AuditEntry}. Immutable. */
record AuditNote(Scope scope, String actor, String action, String subject, String detail) {
  private static final Limit ACTOR = new Limit("the actor", 1, 100);
  private static final Limit ACTION = new Limit("the action", 1, 100);
  private static final Limit SUBJECT = new Limit("the subject", 0, 500);
  private static final Limit DETAIL = new Limit("the detail", 0, 4_000);

  AuditNote {
    checkActor(actor);
    ACTION.check(action);
    SUBJECT.check(subject);
    DETAIL.check(detail);
  }

  /** A note whose detail is cut to what an entry holds. */
  static AuditNote of(Scope scope, String actor, String action, String subject, String detail) {
    return new AuditNote(scope, actor, action, subject, ShortText.cut(detail, DETAIL.max()));
  }

  static void checkActor(String actor) {
    ACTOR.check(actor);
  }

  /** Writes it in the transaction of what it tells of. */
  AuditEntry insert(Handle handle, Instant at) {
    handle
        .createUpdate(
            """
            INSERT INTO audit (at, scope, actor, action, subject, detail)
            VALUES (:at, :scope, :actor, :action, :subject, :detail)\
            """)
        .bind("at", at.toEpochMilli())
        .bind("scope", scope.id())
        .bind("actor", actor)
        .bind("action", action)
        .bind("subject", subject)
        .bind("detail", detail)
        .execute();
    return new AuditEntry(at, scope, actor, action, subject, detail);
  }
}
