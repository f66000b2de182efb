package dev.readout.answer.quote;

import dev.readout.answer.quote.Token.Kind;
import dev.readout.corpus.Language;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word, a Chinese character or a sign, the unit in which texts are compared, by its place in
 * UTF-16 units, the end one past the last. Exact is the same however characters are set, loose also
 * for either case, traditional and simplified characters, abbreviations with and without dots.
 * Immutable.
 */
record Token(Kind kind, int start, int end, String exact, String loose) {
  private static final int SHORT_WORD_CHARS = 3;

  enum Kind {
    WORD,
    /** A word with a digit in it. */
    NUMBER,
    HAN,
    SYMBOL,
    PUNCTUATION,
    /** Dots that stand for words left out. */
    OMISSION
  }

  boolean isContent() {
    return kind != Kind.PUNCTUATION && kind != Kind.OMISSION;
  }

  /**
   * How much it counts when texts are compared: short words, most of which are in every text, half
   * of long ones. A word in Chinese is mostly two characters.
   */
  int weight() {
    return switch (kind) {
      case PUNCTUATION, OMISSION -> 0;
      case HAN -> 1;
      case WORD -> loose.length() <= SHORT_WORD_CHARS && !Meaning.isNegation(this) ? 1 : 2;
      case NUMBER, SYMBOL -> 2;
    };
  }

  /** Whether both may be one word, written differently or replaced by the other. */
  boolean isLike(Token other) {
    return isContent() == other.isContent() && (kind == Kind.HAN) == (other.kind == Kind.HAN);
  }

  /** The same but for its first letter's case, as when a quotation begins inside a sentence. */
  boolean isSameButForItsCapital(Token other) {
    int first = exact.offsetByCodePoints(0, 1);
    return exact.length() == other.exact.length()
        && exact.regionMatches(true, 0, other.exact, 0, first)
        && exact.regionMatches(first, other.exact, first, exact.length() - first);
  }

  /**
   * Cuts a text into tokens. What belongs to setting a text and not to the text becomes no token:
   * white space, invisible and control characters, stray combining marks, Discord's marks, mentions
   * and addresses. Time grows with the length of the text, whatever is in it. Confined to one
   * thread.
   */
  static final class Tokenizer {
    /** Longer words, which nobody writes, are cut: normalising one takes bounded time. */
    private static final int MAX_WORD_CHARS = 64;

    private static final int FIRST_COMBINING = 0x300;
    private static final int FIRST_CHINESE = 0x2E80;
    private static final int FIRST_FULL_WIDTH = 0xFF00;
    private static final int LAST_FULL_WIDTH = 0xFFEF;

    private static final String QUOTATION_MARKS = "\"'‘’‚‛“”„‟«»‹›「」『』｢｣﹁﹂﹃﹄〝〞〟＂＇";
    private static final String APOSTROPHES = "'’‘＇´\u02BC";
    private static final String SILENT_MARKS = "*_`\\";
    private static final String SILENT_BRACKETS = "[]【】［］";
    private static final String SILENT_PAIRS = "~|";
    private static final String DASHES = "−─━";
    private static final String SIGNS = "%‰&@#§";
    private static final String SENTENCE_END = "。｡";

    private static final Pattern NOT_A_TOKEN_OR_OMISSION =
        Pattern.compile(
            """
            (?mx)
            (?<nothing>
              https?://[^\\s\\p{IsHan}"“”「」<>]++
              | <(?:@[!&]?|\\#|a?:\\w{1,32}:|t:|/[^:>]{1,60}:)-?\\d{1,20}(?::[a-zA-Z])?>
              | ^\\ {0,3}(?:>>>|>|\\#{1,3}|-\\#|[-*])\\s
            )
            | [\\[(（【［]\\s?(?:\\.(?:[\\ \\xA0]?\\.){2,}+|[…⋯]++|。{3,}+)\\s?[\\])）】］]
            | (?:\\.(?:[\\ \\xA0]?\\.){2,}+|[…⋯]++|。{3,}+)
            """);

    /** Each match of the pattern holds one of these characters or pairs. */
    private static final String SPECIAL = "<>#*…⋯";

    private static final List<String> SPECIAL_PAIRS =
        List.of("://", "..", ". .", ".\u00A0.", "。。", "- ", "-\t");

    private final String text;
    private final String simplified;
    private final Matcher special;
    private final List<Token> tokens = new ArrayList<>();

    private Tokenizer(String text) {
      this.text = text;
      boolean chinese = text.chars().anyMatch(character -> character >= FIRST_CHINESE);
      this.simplified = chinese ? Language.simplified(text) : text;
      this.special = NOT_A_TOKEN_OR_OMISSION.matcher(text);
    }

    static List<Token> tokens(String text) {
      return new Tokenizer(text).cut();
    }

    private List<Token> cut() {
      boolean more = mayHoldSpecial() && special.find();
      for (int at = 0; at < text.length(); ) {
        if (more && special.start() < at) {
          more = special.find();
        } else if (more && special.start() == at) {
          if (special.group("nothing") == null) {
            tokens.add(new Token(Kind.OMISSION, at, special.end(), "…", "…"));
          }
          at = special.end();
        } else {
          at = one(at);
        }
      }
      return List.copyOf(tokens);
    }

    /** Most texts hold nothing of the pattern; to see that is much faster than to search for it. */
    private boolean mayHoldSpecial() {
      return text.chars().anyMatch(character -> SPECIAL.indexOf(character) >= 0)
          || SPECIAL_PAIRS.stream().anyMatch(text::contains);
    }

    /** Adds the token at a place, if there is one, and returns where to go on. */
    private int one(int at) {
      int character = text.codePointAt(at);
      int next = at + Character.charCount(character);
      if (Character.isIdeographic(character)) {
        String exact = composed(text.substring(at, next));
        return add(Kind.HAN, at, next, exact, composed(simplified.substring(at, next)));
      }
      if (Character.isLetterOrDigit(character)) {
        return word(at);
      }
      if (silentChars(at) > 0) {
        return at + silentChars(at);
      }
      return sign(at, character, next);
    }

    private int sign(int at, int character, int next) {
      if (isDash(character)) {
        int end = next;
        while (end < text.length() && isDash(text.charAt(end))) {
          end++;
        }
        return add(Kind.PUNCTUATION, at, end, "-", "-");
      }
      String sign = QUOTATION_MARKS.indexOf(character) >= 0 ? "\"" : folded(character);
      sign = SENTENCE_END.indexOf(character) >= 0 ? "." : sign;
      return switch (Character.getType(character)) {
        case Character.CONNECTOR_PUNCTUATION,
            Character.START_PUNCTUATION,
            Character.END_PUNCTUATION,
            Character.INITIAL_QUOTE_PUNCTUATION,
            Character.FINAL_QUOTE_PUNCTUATION,
            Character.OTHER_PUNCTUATION ->
            add(SIGNS.contains(sign) ? Kind.SYMBOL : Kind.PUNCTUATION, at, next, sign, sign);
        case Character.MATH_SYMBOL, Character.CURRENCY_SYMBOL, Character.OTHER_SYMBOL ->
            add(Kind.SYMBOL, at, next, sign, sign);
        default -> next;
      };
    }

    private int word(int start) {
      StringBuilder letters = new StringBuilder();
      boolean digits = false;
      int end = start;
      for (int at = start; at < text.length() && letters.length() < MAX_WORD_CHARS; ) {
        int character = text.codePointAt(at);
        if (isPartOfWord(character)) {
          append(letters, character);
          digits |= Character.isDigit(character);
          at += Character.charCount(character);
          end = at;
        } else if (isJoint(at)) {
          letters.append(APOSTROPHES.indexOf(character) >= 0 ? "'" : folded(character));
          at++;
        } else if (silentChars(at) > 0 && (!isBracket(character) || isAfterCapital(at, letters))) {
          at += silentChars(at);
        } else {
          break;
        }
      }
      String exact = composed(letters.toString());
      String loose = exact.toLowerCase(Locale.ROOT);
      loose = digits ? loose : loose.replace(".", "");
      return add(digits ? Kind.NUMBER : Kind.WORD, start, end, exact, loose);
    }

    /** The bracket that closes in "[W]e", where an editor changed a letter's case. */
    private boolean isAfterCapital(int at, CharSequence letters) {
      return text.charAt(at) == ']' && letters.length() == 1;
    }

    private static boolean isBracket(int character) {
      return SILENT_BRACKETS.indexOf(character) >= 0;
    }

    /** An apostrophe or a dot between letters, a dot or a comma between digits. */
    private boolean isJoint(int at) {
      if (at == 0 || at + 1 == text.length() || text.charAt(at) == ' ') {
        return false;
      }
      char before = text.charAt(at - 1);
      char after = text.charAt(at + 1);
      String sign = folded(text.charAt(at));
      if (Character.isDigit(before) && Character.isDigit(after)) {
        return sign.equals(".") || sign.equals(",");
      }
      if (!isLetter(before) || !isLetter(after)) {
        return false;
      }
      boolean initials = !isLetterAt(at - 2) && !isLetterAt(at + 2);
      return APOSTROPHES.contains(sign) || (sign.equals(".") && initials);
    }

    private boolean isLetterAt(int at) {
      return at >= 0 && at < text.length() && isLetter(text.charAt(at));
    }

    private static boolean isLetter(char character) {
      return Character.isLetter(character) && !Character.isIdeographic(character);
    }

    private static boolean isPartOfWord(int character) {
      int type = Character.getType(character);
      return type == Character.NON_SPACING_MARK
          || type == Character.COMBINING_SPACING_MARK
          || (Character.isLetterOrDigit(character) && !Character.isIdeographic(character));
    }

    private static boolean isDash(int character) {
      return Character.getType(character) == Character.DASH_PUNCTUATION
          || DASHES.indexOf(character) >= 0;
    }

    /** How many characters here only set the text: Discord's marks, brackets of an editor. */
    private int silentChars(int at) {
      char character = text.charAt(at);
      if (SILENT_PAIRS.indexOf(character) >= 0) {
        return text.startsWith(String.valueOf(character).repeat(2), at) ? 2 : 0;
      }
      boolean silent =
          SILENT_MARKS.indexOf(character) >= 0
              || isBracket(character)
              || Character.getType(character) == Character.FORMAT;
      return silent ? 1 : 0;
    }

    /** Full-width letters and signs as the ordinary ones. */
    private static String folded(int character) {
      String written = Character.toString(character);
      return character >= FIRST_FULL_WIDTH && character <= LAST_FULL_WIDTH
          ? Normalizer.normalize(written, Normalizer.Form.NFKC)
          : written;
    }

    private static void append(StringBuilder letters, int character) {
      if (character < FIRST_FULL_WIDTH) {
        letters.appendCodePoint(character);
      } else {
        letters.append(folded(character));
      }
    }

    /** In form NFC, in which nearly every text is written: then it is not normalised. */
    private static String composed(String written) {
      return written.chars().allMatch(character -> character < FIRST_COMBINING)
          ? written
          : Normalizer.normalize(written, Normalizer.Form.NFC);
    }

    private int add(Kind kind, int start, int end, String exact, String loose) {
      tokens.add(new Token(kind, start, end, exact, loose));
      return end;
    }
  }
}
