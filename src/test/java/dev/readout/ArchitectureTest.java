package dev.readout;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.net.URLConnection;
import java.util.List;
import java.util.stream.Stream;

/** Holds the rooms of the design: who may import whom, and the one room of each outside library. */
@AnalyzeClasses(packages = "dev.readout", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {

  /**
   * Also fails for a class in a package that is not named here: a new room needs a new
   * responsibility. Every room may declare settings with config; ops may read every room, and only
   * {@code Main} may import it.
   */
  @ArchTest
  static final ArchRule imports_go_one_way =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .withOptionalLayers(true)
          .layer("Main")
          .definedBy("dev.readout")
          .layer("discord")
          .definedBy(room("discord"))
          .layer("cli")
          .definedBy(room("cli"))
          .layer("answer")
          .definedBy(room("answer"))
          .layer("intake")
          .definedBy(room("intake"))
          .layer("index")
          .definedBy(room("index"))
          .layer("backup")
          .definedBy(room("backup"))
          .layer("store")
          .definedBy(room("store"))
          .layer("corpus")
          .definedBy(room("corpus"))
          .layer("meaning")
          .definedBy(room("meaning"))
          .layer("config")
          .definedBy(room("config"))
          .layer("ops")
          .definedBy(room("ops"))
          .ensureAllClassesAreContainedInArchitecture()
          .whereLayer("Main")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("config")
          .mayNotAccessAnyLayer()
          .whereLayer("backup")
          .mayOnlyBeAccessedByLayers("Main")
          .whereLayer("backup")
          .mayOnlyAccessLayers("store", "config")
          .whereLayer("discord")
          .mayOnlyAccessLayers("answer", "intake", "index", "store", "corpus", "config")
          .whereLayer("cli")
          .mayOnlyAccessLayers("answer", "intake", "index", "store", "meaning", "corpus", "config")
          .whereLayer("answer")
          .mayOnlyAccessLayers("index", "store", "corpus")
          .whereLayer("intake")
          .mayOnlyAccessLayers("index", "store", "corpus")
          .whereLayer("index")
          .mayOnlyAccessLayers("meaning", "corpus")
          .whereLayer("meaning")
          .mayNotAccessAnyLayer()
          .whereLayer("store")
          .mayOnlyAccessLayers("corpus", "config")
          .whereLayer("corpus")
          .mayNotAccessAnyLayer();

  @ArchTest
  static final ArchRule packages_have_no_cycles =
      slices().matching("dev.readout.(**)").should().beFreeOfCycles().allowEmptyShould(true);

  @ArchTest
  static final ArchRule yaml_only_in_records_and_settings =
      onlyIn(rooms("corpus", "config"), "com.fasterxml.jackson.dataformat..");

  @ArchTest
  static final ArchRule schemas_only_in_corpus =
      onlyIn(rooms("corpus"), "com.networknt..", "tools.jackson..");

  @ArchTest
  static final ArchRule json_only_where_it_is_read_or_written =
      onlyIn(
          rooms("corpus", "config", "intake", "index", "meaning", "store", "backup", "cli", "ops"),
          "com.fasterxml.jackson..");

  @ArchTest
  static final ArchRule lucene_only_in_index = onlyIn(rooms("index"), "org.apache.lucene..");

  @ArchTest
  static final ArchRule onnx_only_in_meaning = onlyIn(rooms("meaning"), "ai.onnxruntime..");

  @ArchTest
  static final ArchRule caffeine_only_for_answers_and_limits =
      onlyIn(rooms("answer", "discord"), "com.github.benmanes.caffeine..");

  @ArchTest
  static final ArchRule picocli_only_in_cli =
      onlyIn(List.of(room("cli"), "dev.readout"), "picocli..");

  @ArchTest
  static final ArchRule jda_only_in_discord = onlyIn(rooms("discord"), "net.dv8tion.jda..");

  @ArchTest
  static final ArchRule sql_only_in_store =
      onlyIn(
          rooms("store"),
          "java.sql..",
          "javax.sql..",
          "org.jdbi..",
          "org.sqlite..",
          "org.postgresql..",
          "org.flywaydb..");

  @ArchTest
  static final ArchRule letters_only_in_pictures =
      onlyIn(rooms("discord.picture", "intake"), "org.apache.fontbox..", "java.awt..");

  @ArchTest
  static final ArchRule pages_and_feeds_only_in_intake =
      onlyIn(
          rooms("intake"),
          "java.net.http..",
          "crawlercommons..",
          "org.jsoup..",
          "org.apache.pdfbox..",
          "com.rometools..");

  /**
   * JDA's own client is one of these; to see what it calls, it must be set up here, and whose token
   * it is must be asked before JDA connects.
   */
  @ArchTest
  static final ArchRule okhttp_only_in_intake_and_where_rest_calls_are_counted =
      onlyIn(List.of(room("intake"), "dev.readout.discord"), "okhttp3..", "okio..");

  @ArchTest
  static final ArchRule servers_and_metrics_only_in_ops =
      onlyIn(rooms("ops"), "com.sun.net.httpserver..", "io.micrometer..");

  /**
   * To ask our own bot, which takes no more than the JDK's oldest client; whatever asks others goes
   * through intake's guard.
   */
  @ArchTest
  static final ArchRule url_connections_only_in_ops =
      noClasses()
          .that()
          .resideOutsideOfPackage(room("ops"))
          .should()
          .dependOnClassesThat()
          .areAssignableTo(URLConnection.class);

  @ArchTest static final ArchRule logback_only_in_ops = onlyIn(rooms("ops"), "ch.qos.logback..");

  @ArchTest
  static final ArchRule slf4j_is_the_only_logger =
      GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

  @ArchTest
  static final ArchRule only_main_ends_the_process =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("dev.readout.Main")
          .should()
          .callMethod(System.class, "exit", int.class)
          .orShould()
          .callMethod(Runtime.class, "exit", int.class)
          .orShould()
          .callMethod(Runtime.class, "halt", int.class)
          .allowEmptyShould(true);

  private static String room(String name) {
    return "dev.readout." + name + "..";
  }

  /** An outside library, by its packages; one that is not there yet breaks no rule. */
  private static ArchRule onlyIn(List<String> rooms, String... library) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(rooms.toArray(String[]::new))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(library)
        .allowEmptyShould(true);
  }

  private static List<String> rooms(String... names) {
    return Stream.of(names).map(ArchitectureTest::room).toList();
  }
}
