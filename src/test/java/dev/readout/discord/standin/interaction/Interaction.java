package dev.readout.discord.standin.interaction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.readout.discord.standin.message.Message;
import dev.readout.discord.standin.message.Messages;
import dev.readout.discord.standin.time.Signal;
import dev.readout.discord.standin.time.Snowflakes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Something that a person did, and what the bot made of it. Methods with a noun that the bot has to
 * supply, such as {@link #reply}, wait for it and throw {@link AssertionError} when it does not
 * come; the others say how things are now. Thread-safe.
 */
public final class Interaction {
  private final InteractionType type;
  private final ObjectNode payload;
  private final Optional<Message> source;
  private final Optional<Interaction> opener;
  private final Surroundings surroundings;
  private final Object answering = new Object();
  private final List<String> followUpIds = new ArrayList<>();
  private Optional<Acknowledgement> acknowledgement = Optional.empty();
  private int editsBefore = -1;
  private Optional<String> originalId = Optional.empty();
  private Optional<Modal> modal = Optional.empty();
  private Optional<List<Choice>> choices = Optional.empty();

  /**
   * What an interaction needs of the stand-in: messages, news of changes, patience, the gateway.
   */
  public record Surroundings(
      Messages messages, Signal signal, Duration patience, Consumer<ObjectNode> delivery) {}

  Interaction(
      InteractionType type,
      ObjectNode payload,
      Optional<Message> source,
      Optional<Interaction> opener,
      Surroundings surroundings) {
    this.type = type;
    this.payload = payload;
    this.source = source;
    this.opener = opener;
    this.surroundings = surroundings;
  }

  /** The id, a snowflake. */
  public String id() {
    return payload.path("id").asText();
  }

  /** The token that entitles to answer. */
  public String token() {
    return payload.path("token").asText();
  }

  /** What was done. */
  public InteractionType type() {
    return type;
  }

  /** What the bot was sent. Do not change it. */
  public ObjectNode payload() {
    return payload;
  }

  /** When it was made. */
  public Instant madeAt() {
    return Snowflakes.instant(id());
  }

  /** The message whose component was used. */
  public Optional<Message> source() {
    return source;
  }

  /** For a submitted form, the interaction that was answered with it. */
  public Optional<Interaction> opener() {
    return opener;
  }

  /** Who did it. */
  public String userId() {
    return user().path("id").asText();
  }

  JsonNode user() {
    return payload.has("member") ? payload.path("member").path("user") : payload.path("user");
  }

  /** Sends the same interaction to the bot once more, as Discord now and then does. */
  public void deliverAgain() {
    surroundings.delivery().accept(payload);
  }

  /** True once the bot has answered in any way. */
  public synchronized boolean isAcknowledged() {
    return acknowledgement.isPresent();
  }

  /** The first answer. */
  public Acknowledgement acknowledged() {
    return await(this::acknowledgement, "was not acknowledged");
  }

  /** The first answer, if there is one yet. */
  public synchronized Optional<Acknowledgement> acknowledgement() {
    return acknowledgement;
  }

  /**
   * The message that answers, when it is more than "thinking": sent at once, or the first edit of a
   * deferred one; for a component that changes its own message, that message after the change.
   */
  public Message reply() {
    return reply(message -> true);
  }

  /**
   * The same, when it is like this, for a bot that edits more than once; the first follow-up where
   * the message was deleted.
   */
  public Message reply(Predicate<Message> wanted) {
    return await(() -> answer().filter(wanted), "got no such reply");
  }

  private Optional<Message> answer() {
    Optional<Message> answer = isAcknowledged() ? original() : Optional.empty();
    if (answer.isPresent() && answer.get().isDeleted()) {
      return followUps().stream().findFirst();
    }
    int before = editsBefore();
    return answer.filter(m -> !m.isLoading() && m.edits() > before);
  }

  private synchronized int editsBefore() {
    return editsBefore;
  }

  /** The message that "@original" stands for, as it is now. */
  public Optional<Message> original() {
    Optional<String> id;
    synchronized (this) {
      id = originalId;
    }
    return id.flatMap(surroundings.messages()::find);
  }

  /** The follow-ups so far, as they are now, deleted ones included. */
  public List<Message> followUps() {
    List<String> ids;
    synchronized (this) {
      ids = List.copyOf(followUpIds);
    }
    return ids.stream().flatMap(id -> surroundings.messages().find(id).stream()).toList();
  }

  /** The first so many follow-ups. */
  public List<Message> followUps(int count) {
    return await(
        () -> Optional.of(followUps()).filter(list -> list.size() >= count),
        "got fewer than " + count + " follow-ups");
  }

  /** The suggestions of an autocomplete. */
  public List<Choice> choices() {
    return await(
        () -> {
          synchronized (this) {
            return choices;
          }
        },
        "got no suggestions");
  }

  /** The form that was opened. */
  public Modal modal() {
    return await(
        () -> {
          synchronized (this) {
            return modal;
          }
        },
        "opened no form");
  }

  private <T> T await(Supplier<Optional<T>> probe, String complaint) {
    return surroundings
        .signal()
        .await(surroundings.patience(), probe, () -> this + " " + complaint);
  }

  // What the bot does to it; only Interactions calls these.

  /** Held while an answer is taken, so that of two that race one is told that it came second. */
  Object answering() {
    return answering;
  }

  synchronized void acknowledge(Acknowledgement first) {
    acknowledgement = Optional.of(first);
  }

  synchronized void setOriginal(String messageId) {
    originalId = Optional.of(messageId);
  }

  /** The reply will be the next edit of this message. */
  synchronized void awaitEditOf(Message message) {
    originalId = Optional.of(message.id());
    editsBefore = message.edits();
  }

  synchronized void addFollowUp(String messageId) {
    followUpIds.add(messageId);
  }

  synchronized void open(JsonNode form) {
    modal = Optional.of(new Modal(this, form));
  }

  synchronized void suggest(List<Choice> suggestions) {
    choices = Optional.of(List.copyOf(suggestions));
  }

  /** Type, data and the answer so far, for messages about a failure. */
  @Override
  public String toString() {
    return "%s %s (answer so far: %s, %s, %d follow-ups)"
        .formatted(
            type,
            payload.path("data"),
            acknowledgement().map(a -> "callback type " + a.type()).orElse("none"),
            original().map(m -> m.isLoading() ? "thinking" : m.text()).orElse("no message"),
            followUps().size());
  }
}
