package dev.readout.intake.extract;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;

/**
 * Tells a page that asks who is reading - for consent, for a captcha, for a request of access -
 * from the document that it stands in place of. Such pages come with the status of a success. Told
 * by what they say in the few words that they have; a document that speaks of captchas has more.
 * Pure functions.
 */
final class Challenge {
  /** A longer text is a document, whatever it says. */
  private static final int MAX_CHARS = 3_000;

  /** What the titles of such pages say; documents may say it in their text. */
  private static final Pattern TITLE =
      Pattern.compile(
          "request access|access denied|just a moment|attention required|before you continue"
              + "|pardon our interruption|are you a robot|security check|访问验证|安全验证|人机验证|访问被拒绝");

  private static final Pattern TEXT =
      Pattern.compile(
          "captcha|(?:verify|confirm|prove)(?: that)? you(?: are|'re|’re) (?:a |not a"
              + " )?(?:human|robot|bot)|checking your browser|enable javascript and cookies|unusual"
              + " traffic|aggressive automated scraping|access to this page has been denied|you"
              + " (?:don't|don’t|do not) have permission to access|incapsula incident|accept (?:all"
              + " )?cookies to continue"
              + "|请输入验证码|完成(?:安全|人机)?验证|人机验证|访问过于频繁|(?:开启|启用|允许)\\s*javascript");

  private Challenge() {}

  /** Whether the whole page says so. */
  static boolean isIn(Document page) {
    return isIn(page.title(), page.body().text());
  }

  /** Whether a page of this title and text is one. */
  static boolean isIn(String title, String text) {
    return text.length() <= MAX_CHARS
        && (TITLE.matcher(title.toLowerCase(Locale.ROOT)).find()
            || TEXT.matcher(text.toLowerCase(Locale.ROOT)).find());
  }
}
