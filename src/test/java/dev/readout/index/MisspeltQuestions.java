package dev.readout.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Writes judged questions anew with slips of the typing hand in them, for {@code bin/readout eval}:
 * two letters that change places, a letter missing, doubled or beside the one meant, a space left
 * out. The same seed makes the same slips. Questions without English words are left out.
 *
 * <p>{@code java dev.readout.index.MisspeltQuestions FROM TO SLIPS SEED}
 */
final class MisspeltQuestions {
  private static final Pattern WORD = Pattern.compile("(?<![\\w.-])[A-Za-z]{4,}(?![\\w.-])");
  private static final String[] KEYS = {"qwertyuiop", "asdfghjkl", "zxcvbnm"};

  private final Random random;

  private MisspeltQuestions(long seed) {
    this.random = new Random(seed);
  }

  public static void main(String[] args) throws IOException {
    MisspeltQuestions misspelt = new MisspeltQuestions(Long.parseLong(args[3]));
    int slips = Integer.parseInt(args[2]);
    ObjectMapper mapper = new ObjectMapper();
    List<String> lines = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of(args[0]))) {
      JsonNode question = mapper.readTree(line);
      String asked = question.required("q").textValue();
      if (WORD.matcher(asked).results().count() >= slips) {
        lines.add(((ObjectNode) question).put("q", misspelt.misspelt(asked, slips)).toString());
      }
    }
    Files.write(Path.of(args[1]), lines);
  }

  /** In as many different words; from the last to the first, so that places stay what they were. */
  private String misspelt(String question, int slips) {
    List<MatchResult> words = new ArrayList<>(WORD.matcher(question).results().toList());
    while (words.size() > slips) {
      words.remove(random.nextInt(words.size()));
    }
    StringBuilder text = new StringBuilder(question);
    for (MatchResult word : words.reversed()) {
      slip(text, word.start(), word.end());
    }
    return text.toString();
  }

  private void slip(StringBuilder text, int start, int end) {
    int at = start + random.nextInt(end - start);
    switch (random.nextInt(10)) {
      case 0, 1 -> {
        int first = Math.min(at, end - 2);
        text.insert(first, text.charAt(first + 1)).deleteCharAt(first + 2);
      }
      case 2, 3, 4 -> text.deleteCharAt(at);
      case 5, 6 -> text.insert(at, text.charAt(at));
      case 7, 8 -> text.setCharAt(at, beside(text.charAt(at)));
      default -> {
        boolean isJoined = end + 1 < text.length() && Character.isLetter(text.charAt(end + 1));
        text.deleteCharAt(isJoined && text.charAt(end) == ' ' ? end : at);
      }
    }
  }

  private char beside(char letter) {
    for (String row : KEYS) {
      int at = row.indexOf(Character.toLowerCase(letter));
      if (at >= 0) {
        boolean isAtEnd = at + 1 == row.length();
        return row.charAt(at > 0 && (isAtEnd || random.nextBoolean()) ? at - 1 : at + 1);
      }
    }
    return letter;
  }
}
