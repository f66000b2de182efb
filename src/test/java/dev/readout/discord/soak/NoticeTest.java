package dev.readout.discord.soak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.corpus.Language;
import dev.readout.discord.render.Phrase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class NoticeTest {
  @ParameterizedTest
  @EnumSource
  void in_phraseWithItsGapsFilled_isTold(Language language) {
    assertThat(Notice.in(Phrase.FAILED.in(language, "1f2e"))).contains(Notice.APOLOGY);
    assertThat(Notice.in("x\n" + Phrase.BUSY.in(language))).contains(Notice.BUSY);
    assertThat(Notice.in(Phrase.SERVER_SLOW_DOWN.in(language, "<t:1:R>")))
        .contains(Notice.RATE_LIMIT);
    assertThat(Notice.in(Phrase.THANKS.in(language))).isEmpty();
  }
}
