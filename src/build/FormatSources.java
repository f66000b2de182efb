import com.google.googlejavaformat.java.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs google-java-format over every source below {@code src}; the build starts it on the JDK that
 * it compiles with.
 *
 * <p>Not Spotless, since that formats inside Maven's own Java, which may be older than the language
 * used here: on Java 17 it stops at the first record pattern.
 */
final class FormatSources {

  private FormatSources() {}

  /**
   * Takes one argument: {@code check} exits 1 and names the files that differ, {@code apply}
   * rewrites them.
   */
  public static void main(String[] args) throws Exception {
    boolean apply = args[0].equals("apply");
    if (!apply && !args[0].equals("check")) {
      System.err.println("No such format mode: \"" + args[0] + "\". Use check or apply.");
      System.exit(2);
    }
    List<String> arguments = new ArrayList<>();
    if (apply) {
      arguments.add("--replace");
    } else {
      arguments.addAll(List.of("--dry-run", "--set-exit-if-changed"));
    }
    arguments.addAll(sources(Path.of("src")));
    // The formatter prints the name of each file that differs.
    int status =
        new Main(new PrintWriter(System.err, true), new PrintWriter(System.err, true), System.in)
            .format(arguments.toArray(String[]::new));
    if (status != 0 && !apply) {
      System.err.println(
          "Not formatted: the files above. To format them: mvn -q validate -Dformat=apply");
    }
    System.exit(status);
  }

  private static List<String> sources(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files.map(Path::toString).filter(name -> name.endsWith(".java")).sorted().toList();
    }
  }
}
