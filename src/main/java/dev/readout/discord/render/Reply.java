package dev.readout.discord.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import net.dv8tion.jda.api.components.MessageTopLevelComponent;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import net.dv8tion.jda.api.utils.messages.MessageEditBuilder;
import net.dv8tion.jda.api.utils.messages.MessageEditData;
import net.dv8tion.jda.api.utils.messages.MessageRequest;
import org.jspecify.annotations.Nullable;

/**
 * A message within Discord's limits, which tells nobody but the pinged members, whatever it holds;
 * perhaps for who asked alone, where others would have seen an answer. Who is told that it was sent
 * hears its id. Immutable.
 */
public record Reply(
    List<MessageTopLevelComponent> components,
    Set<Long> pings,
    boolean forAskerAlone,
    LongConsumer sent) {
  public Reply {
    components = List.copyOf(components);
    pings = Set.copyOf(pings);
    if (!MessageLimits.hold(components)) {
      // Without the text: it holds the question, which is not logged.
      throw new IllegalArgumentException(
          "too much for one message: " + components.size() + " parts");
    }
  }

  /** One that may be seen by whoever sees the request. */
  public Reply(List<MessageTopLevelComponent> components, Set<Long> pings) {
    this(components, pings, false, _ -> {});
  }

  /** The same for who asked alone. */
  public Reply aside() {
    return new Reply(components, pings, true, sent);
  }

  public static Reply of(List<? extends MessageTopLevelComponent> components) {
    return new Reply(List.copyOf(components), Set.of());
  }

  /** The same under a line of the bot's own, where there is room for one. */
  public Reply under(String markdown) {
    List<MessageTopLevelComponent> more = new ArrayList<>();
    more.add(TextDisplay.of(markdown));
    more.addAll(components);
    return MessageLimits.hold(more) ? new Reply(more, pings, forAskerAlone, sent) : this;
  }

  /** The same with a line in small print in place of the question that it begins with. */
  public Reply beginning(String markdown) {
    boolean hasQuestion =
        components.getFirst() instanceof TextDisplay text && text.getContent().startsWith("-# ");
    return new Reply(
            components.subList(hasQuestion ? 1 : 0, components.size()), pings, forAskerAlone, sent)
        .under(Markdown.small(markdown));
  }

  /** The same; the consumer is told the id of the message. */
  public Reply whenSent(LongConsumer consumer) {
    return new Reply(components, pings, forAskerAlone, consumer);
  }

  /** The same with another under it, where there is room for all of that. */
  public Reply followedBy(Reply other) {
    return followedBy(other.components);
  }

  /** The same with these under it, where there is room for all of them. */
  public Reply followedBy(List<? extends MessageTopLevelComponent> more) {
    List<MessageTopLevelComponent> all = new ArrayList<>(components);
    all.addAll(more);
    return MessageLimits.hold(all) ? new Reply(all, pings, forAskerAlone, sent) : this;
  }

  /** A reply of one text, in Discord's Markdown. */
  public static Reply text(String markdown) {
    return of(List.of(TextDisplay.of(markdown)));
  }

  /** As the content of an acknowledgement: without previews, telling nobody but who is named. */
  public MessageEditData edit() {
    return filled(new MessageEditBuilder()).build();
  }

  /** The same as a message of its own. */
  public MessageCreateData create() {
    return filled(new MessageCreateBuilder()).build();
  }

  private <R extends MessageRequest<R>> R filled(R request) {
    return request
        .useComponentsV2(true)
        .setComponents(components)
        .setAllowedMentions(List.of())
        .mentionUsers(pings.stream().map(Long::toUnsignedString).toList())
        .setSuppressEmbeds(true);
  }

  /**
   * What stands around a reply: the member who asked, whether others see it or may vote on it, the
   * answer's receipt and a member to tell of it, null for none. Immutable.
   */
  public record Frame(
      long asker,
      boolean isPrivate,
      boolean feedback,
      @Nullable String receipt,
      @Nullable Long pinged) {}
}
