package dev.readout.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.answer.ShippedIndex;
import dev.readout.corpus.Scope;
import dev.readout.discord.standin.StandInSettings;
import dev.readout.discord.standin.interaction.Interaction;
import dev.readout.discord.standin.message.Message;
import dev.readout.discord.standin.person.Person;
import dev.readout.discord.standin.place.Guild;
import dev.readout.index.IndexDirectory;
import dev.readout.intake.SourceSite;
import dev.readout.ops.Ops;
import dev.readout.store.SourceEntry;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A bot, a moderator of its server, and a web site that sources come from. */
final class ServedSources implements AutoCloseable {
  static final String PAGE = "/news/2026/05/release";

  /** A server that sources are added to, where the bot has an index of its own. */
  static final Guild HERE = Guild.named("Trade desk");

  /** Another server of the same bot. */
  static final Guild ELSEWHERE = Guild.named("Zeppelin club");

  final TestClock clock = new TestClock(ShippedIndex.CLOCK.instant());
  final SourceSite site;
  final ServedBot served;
  final Scope scope;
  final Person manager;

  private ServedSources(
      SourceSite site, @Nullable IndexDirectory index, Path folder, @Nullable Ops ops) {
    this.site = site;
    this.served =
        index == null
            ? ServedBot.startWithOwnIndex(
                folder, clock, StandInSettings.defaults().withGuilds(HERE, ELSEWHERE), ops)
            : ServedBot.start(index, folder, ServedBot.GENEROUS, clock);
    this.scope = Scope.ofServer(Long.parseLong(served.discord().guild().id()));
    this.manager = served.person("Mo").asManager();
  }

  static ServedSources start(IndexDirectory index, Path folder) throws IOException {
    return new ServedSources(SourceSite.start(), index, folder, null);
  }

  /** With an index of its own, which may be built anew. */
  static ServedSources startWithOwnIndex(Path folder) throws IOException {
    return new ServedSources(SourceSite.start(), null, folder, null);
  }

  /**
   * The same, shown to an operator.
   *
   * @param ops closed by the caller
   */
  static ServedSources startWatched(Path folder, Ops ops) throws IOException {
    return new ServedSources(SourceSite.start(), null, folder, ops);
  }

  /** The reply after what was said on the way. */
  static Message done(Interaction interaction) {
    Message reply = interaction.reply(message -> !message.text().endsWith("…"));
    ReplyRules.assertFits(reply);
    assertThat(reply.isEphemeral()).isTrue();
    return reply;
  }

  /** Where a page of the Department of Commerce is. */
  URI release() throws IOException {
    site.page(PAGE, "commerce-press-release.html");
    return site.at("www.commerce.gov", PAGE);
  }

  Message add(URI address) {
    return done(manager.slash("source add").option("url", address.toString()).send());
  }

  /** Adds the page as it is proposed. */
  Message added(URI address) {
    Message added = done(manager.press(add(address), "Add as proposed"));
    assertThat(added.text()).startsWith("Added as number");
    return added;
  }

  Message source(String subcommand, String number) {
    return done(manager.slash("source " + subcommand).option("number", number).send());
  }

  SourceEntry entry(long number) {
    return served.sources().sources().find(scope, number).orElseThrow();
  }

  boolean isThere(long number) {
    return served.sources().sources().find(scope, number).isPresent();
  }

  @Override
  public void close() {
    served.close();
    site.close();
  }
}
