package dev.readout.discord.soak;

import dev.readout.discord.standin.StandIn;
import dev.readout.discord.standin.person.Person;
import dev.readout.discord.standin.place.Guild;
import dev.readout.discord.standin.place.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Who uses the bot, and where: members of eight servers, of which two have sources of their own,
 * and people outside servers. The same names are the same people in every soak. Immutable.
 */
record Town(StandIn discord) {
  /** Has notices in English. */
  static final Guild DESK = Guild.named("Trade desk");

  /** Has announcements in Chinese. */
  static final Guild FORUM = Guild.named("貿易論壇").withLocale("zh-TW");

  private static final List<Guild> OTHERS =
      Stream.of(
              "Chip watchers", "Rare earths", "Soybean growers", "News room", "稀土观察", "Law school")
          .map(Guild::named)
          .toList();

  /** What must be seen in no server but this. */
  private static final Map<String, String> WORDS =
      Map.of(
          DESK.id(), GrowingSite.NOTICES_WORD,
          FORUM.id(), GrowingSite.ANNOUNCEMENTS_WORD);

  /** The bot has to be told who runs it before it starts. */
  static final String OPERATOR_ID = "310000000000000042";

  private static final int MEMBERS_OF_A_SERVER = 40;
  private static final List<String> LOCALES =
      List.of("en-US", "en-US", "en-GB", "en-US", "zh-CN", "zh-CN", "zh-TW");

  static Guild[] guilds() {
    return Stream.concat(Stream.of(DESK, FORUM), OTHERS.stream()).toArray(Guild[]::new);
  }

  /** Somebody, mostly in a server. */
  Person anybody(RandomGenerator random) {
    int place = random.nextInt(100);
    if (place < 4) {
      return member("Traveller", Place.botDm(), random);
    }
    if (place < 7) {
      return member("Guest", Place.withUserInstall(Guild.named("Elsewhere")), random);
    }
    if (place < 9) {
      return member("Friend", Place.groupDm(), random);
    }
    Guild[] guilds = guilds();
    Guild guild = guilds[random.nextInt(guilds.length)];
    return member(guild.name(), Place.in(guild), random);
  }

  /** A member of this server. */
  Person member(Guild guild, RandomGenerator random) {
    return member(guild.name(), Place.in(guild), random);
  }

  private Person member(String of, Place place, RandomGenerator random) {
    int number = random.nextInt(MEMBERS_OF_A_SERVER);
    return discord
        .person(of + " " + number)
        .in(place)
        .withLocale(LOCALES.get(number % LOCALES.size()));
  }

  /** Who looks after a server's sources. */
  Person moderator(Guild guild) {
    return discord.person("Mo of " + guild.name()).in(Place.in(guild)).asManager();
  }

  /** Who means no good: two moderators in each of three servers. */
  List<Person> foes() {
    return OTHERS.subList(1, 4).stream()
        .flatMap(
            guild ->
                Stream.of("Foe", "Fiend")
                    .map(name -> discord.person(name + " of " + guild.name()).in(Place.in(guild))))
        .map(Person::asManager)
        .toList();
  }

  /** Who asks more than is allowed. */
  Person eager() {
    return discord.person("Eager").in(Place.in(OTHERS.getFirst()));
  }

  /** Who runs the bot. */
  Person operator() {
    Person anybody = discord.person("Mo of " + DESK.name());
    return Person.member(anybody.client(), OPERATOR_ID, "Oscar", Place.in(OTHERS.getLast()))
        .asManager();
  }

  /**
   * A word that belongs to another server's sources, if there is one in a text seen here.
   *
   * @param here the id of the server; empty outside servers
   */
  static Optional<String> foreignWord(String here, String text) {
    return WORDS.entrySet().stream()
        .filter(word -> !word.getKey().equals(here))
        .map(Map.Entry::getValue)
        .filter(text::contains)
        .findFirst();
  }

  /** Whether those who ask there are answered from what is shipped alone. */
  static boolean hasShippedAlone(Place place) {
    return place.guild().map(Guild::id).filter(WORDS::containsKey).isEmpty();
  }
}
