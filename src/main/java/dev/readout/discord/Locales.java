package dev.readout.discord;

import dev.readout.corpus.Language;
import dev.readout.store.ServerSettings;
import java.util.Optional;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import org.jspecify.annotations.Nullable;

/** Which of our languages a member reads. Pure functions. */
final class Locales {
  private Locales() {}

  /** The server's language where it has set one, else the member's. */
  static Language of(DiscordLocale member, @Nullable ServerSettings server) {
    return Optional.ofNullable(server)
        .map(ServerSettings::language)
        .flatMap(Language::ofWireName)
        .orElseGet(() -> of(member));
  }

  private static Language of(DiscordLocale member) {
    return switch (member) {
      case CHINESE_CHINA -> Language.ZH;
      case CHINESE_TAIWAN -> Language.ZH_TW;
      default -> Language.EN;
    };
  }
}
