package dev.readout.discord;

import dev.readout.corpus.Language;
import dev.readout.discord.command.Commands;
import dev.readout.discord.command.Observer;
import dev.readout.discord.command.Observer.Arrival;
import dev.readout.discord.command.Observer.Ending;
import dev.readout.discord.command.Request;
import dev.readout.discord.render.Access;
import dev.readout.discord.render.Phrase;
import dev.readout.discord.render.Reply;
import java.util.Optional;
import java.util.regex.Pattern;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import net.dv8tion.jda.api.hooks.EventListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Replies to members who mention the bot in a thread: Discord gives the text of such a message
 * without the privileged intent, and of all others none. Looks at nothing else. Thread-safe.
 */
record MentionListener(
    Commands commands,
    Requests requests,
    Responder responder,
    WorkerPool workers,
    Observer observer)
    implements EventListener {
  private static final Logger LOG = LoggerFactory.getLogger(MentionListener.class);
  private static final Pattern MENTION = Pattern.compile("<@!?[0-9]+>");

  @Override
  public void onEvent(GenericEvent event) {
    if (event instanceof MessageReceivedEvent received && isForBot(received)) {
      reply(received);
    }
  }

  private static boolean isForBot(MessageReceivedEvent event) {
    Message message = event.getMessage();
    return event.getChannelType().isThread()
        && !message.getAuthor().isBot()
        && message.getMentions().isMentioned(event.getJDA().getSelfUser(), Message.MentionType.USER)
        && event.getGuildChannel().canTalk();
  }

  private void reply(MessageReceivedEvent event) {
    Message message = event.getMessage();
    String text = MENTION.matcher(message.getContentRaw()).replaceAll(" ").strip();
    Arrival arrival = new Arrival(observer, Arrival.MENTION, Access.MEMBER, /* isQuestion= */ true);
    Language before = commands.followUps().language(message.getChannelIdLong());
    Request request = requests.of(message, Language.ofLabelsFor(text, before), arrival);
    Optional<Reply> refusal = responder.tooOften(event.getGuild(), request);
    if (refusal.isPresent()) {
      send(message, request, refusal.get());
      return;
    }
    workers
        .takeSlot(event.getGuild().getIdLong())
        .ifPresentOrElse(
            place -> {
              event.getChannel().sendTyping().queue(_ -> {}, _ -> {});
              place.work(() -> answer(message, request, text));
            },
            () -> {
              request.end(Ending.BUSY);
              send(message, request, request.text(Phrase.BUSY));
            });
  }

  private void answer(Message message, Request request, String text) {
    try {
      send(message, request, commands.followUp(request, message.getChannelIdLong(), text));
    } catch (RuntimeException e) {
      request.end(Ending.FAILED);
      send(message, request, Response.apology(e, request.language(), message.getId()));
    }
  }

  private static void send(Message message, Request request, Reply reply) {
    message
        .reply(reply.create())
        .mentionRepliedUser(false)
        .queue(
            sent -> {
              reply.sent().accept(sent.getIdLong());
              request.end(Ending.REPLIED);
            },
            failure -> {
              request.end(Ending.NOT_TAKEN);
              LOG.warn("a reply in a thread was not taken: {}", failure.getClass().getName());
            });
  }
}
