package dev.readout.config;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.readout.Settings;
import dev.readout.config.SettingsFile.SecretFile;
import dev.readout.discord.DiscordSettings.BotToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** Secrets are read from a variable or a file of their own, and never shown anywhere. */
final class SecretsTest {
  @TempDir Path folder;
  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final Level level = root.getLevel();
  private Home home;

  @BeforeEach
  void install() {
    home = new Home(folder);
    root.setLevel(Level.TRACE);
    log.start();
    root.addAppender(log);
  }

  @AfterEach
  void stopListening() {
    root.detachAppender(log);
    root.setLevel(level);
  }

  /** Whatever was logged, down to the finest level and with the parts of exceptions. */
  private List<String> logged() {
    return log.list.stream()
        .map(event -> event.getFormattedMessage() + " " + event.getThrowableProxy())
        .toList();
  }

  private List<String> warned() {
    return log.list.stream()
        .filter(event -> event.getLevel().equals(Level.WARN))
        .map(event -> event.getFormattedMessage().replace(folder + "/", ""))
        .toList();
  }

  private Path secretFile(String content, String permissions) throws IOException {
    Path file = Path.of(Home.write(folder.resolve("secret"), content));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    home.without("DISCORD_TOKEN").set("DISCORD_TOKEN_FILE", file.toString());
    return file;
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "\r\n", "\n\n"})
  void read_tokenInAFile_withoutTheLineEndsAtItsEnd(String end) throws IOException {
    secretFile(Home.TOKEN + end, "rw-------");
    assertThat(home.read().discord().token()).isEqualTo(new BotToken(Home.TOKEN));
    assertThat(home.inForce("discord.token"))
        .isEqualTo(
            new SettingsReader.InForce(
                "discord.token", "(hidden)", "environment DISCORD_TOKEN_FILE"));
    assertThat(warned()).isEmpty();
  }

  @Test
  void read_fileThatAllMayRead_warnsAndGoesOn() throws IOException {
    secretFile(Home.TOKEN, "rw-r--r--");
    assertThat(home.read().discord().token()).isEqualTo(new BotToken(Home.TOKEN));
    assertThat(warned())
        .containsExactly(
            "secret may be read by everybody on this machine (DISCORD_TOKEN_FILE); chmod 600");
  }

  @Test
  void read_variableAndFile_isRefused() throws IOException {
    secretFile(Home.TOKEN, "rw-------");
    home.set("DISCORD_TOKEN", Home.TOKEN);
    assertThat(home.mistakes())
        .containsExactly(
            "DISCORD_TOKEN: discord.token (hidden): is set twice;"
                + " leave out either DISCORD_TOKEN or DISCORD_TOKEN_FILE");
  }

  @Test
  void read_blankVariableBesideFile_isTheFile() throws IOException {
    secretFile(Home.TOKEN, "rw-------");
    home.set("DISCORD_TOKEN", "");
    assertThat(home.read().discord().token()).isEqualTo(new BotToken(Home.TOKEN));
  }

  @Test
  void read_neither_saysBothWays() {
    home.without("DISCORD_TOKEN");
    assertThat(home.mistakes())
        .containsExactly(
            "environment: discord.token is not set; set DISCORD_TOKEN, or DISCORD_TOKEN_FILE"
                + " to the path of a file that holds it");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "\r\n\r\n"})
  void read_emptyFile_isRefused(String content) throws IOException {
    secretFile(content, "rw-------");
    assertThat(home.mistakes())
        .containsExactly(
            "DISCORD_TOKEN_FILE: discord.token (hidden): names an empty file; write the secret into"
                + " it");
  }

  @Test
  void read_fileOfAnyLengthUpToItsLimit_isReadAndALongerOneRefused() throws IOException {
    secretFile(Home.TOKEN + "\n".repeat(SecretFile.MAX_BYTES - Home.TOKEN.length()), "rw-------");
    assertThat(home.read().discord().token()).isEqualTo(new BotToken(Home.TOKEN));
    secretFile(
        Home.TOKEN + "\n".repeat(SecretFile.MAX_BYTES - Home.TOKEN.length() + 1), "rw-------");
    assertThat(home.mistakes()).singleElement().asString().contains("more than 4,096 bytes");
  }

  @Test
  void read_folderForAFile_isRefused() {
    home.without("DISCORD_TOKEN").set("DISCORD_TOKEN_FILE", folder.toString());
    assertThat(home.mistakes())
        .containsExactly(
            "DISCORD_TOKEN_FILE: discord.token (hidden): is no file but a folder or device; name a"
                + " file");
  }

  @ParameterizedTest
  @ValueSource(strings = {Home.TOKEN, "/s3cr3t/nowhere", "s3cr3t\u0000"})
  void read_secretWhereItsFileBelongs_isRefusedAndNotShown(String misplaced) {
    home.without("DISCORD_TOKEN").set("DISCORD_TOKEN_FILE", misplaced);
    assertThat(home.mistakes())
        .containsExactly(
            "DISCORD_TOKEN_FILE: discord.token (hidden): names no file that exists;"
                + " write the path of a file, not the secret itself");
  }

  @ParameterizedTest
  @CsvSource({
    "'Bot MTA5.s3cr3t', begins with 'Bot '",
    "'bot MTA5.s3cr3t', begins with 'Bot '",
    "' MTA5.s3cr3t', holds a space or line end",
    "'MTA5.s3cr3t ', holds a space or line end",
    "'MTA5\t.s3cr3t', holds a space or line end",
    "'\"MTA5.s3cr3t\"', holds quotation marks",
    "'MTA5․s3cr3t', holds characters that no token has",
  })
  void read_tokenThatCannotBe_isRefusedByVariableAndFileAlikeAndNotShown(
      String token, String remedy) throws IOException {
    home.set("DISCORD_TOKEN", token);
    assertThat(home.mistakes())
        .singleElement()
        .asString()
        .startsWith("DISCORD_TOKEN: discord.token (hidden): " + remedy)
        .doesNotContain("s3cr3t");
    secretFile(token + "\n", "rw-------");
    assertThat(home.mistakes())
        .singleElement()
        .asString()
        .startsWith("DISCORD_TOKEN_FILE: discord.token (hidden): " + remedy)
        .doesNotContain("s3cr3t");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "discord: {token: s3cr3t}",
        "discord.token: s3cr3t",
        "discord: {token: [s3cr3t]}",
        "discord: {token: {is: s3cr3t}}",
        "discord: {tokens: s3cr3t}",
        "discord: s3cr3t",
        "s3cr3t",
        "discord: {token: s3cr3t: x}",
        "discord: {token: \"s3cr3t}",
      })
  void read_tokenInTheFileOfSettings_isRefusedAndNotShown(String yaml) {
    home.file(yaml);
    assertThat(home.mistakes())
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line).startsWith("config/local.yaml").contains(": "));
    assertThat(home.refusal()).hasMessageNotContaining("s3cr3t").hasNoCause();
    assertThat(logged()).noneMatch(line -> line.contains("s3cr3t"));
  }

  @Test
  void read_goodToken_isInNoTextAndNoLog() throws IOException {
    secretFile(Home.TOKEN, "rw-r--r--");
    assertThat(home.read().toString()).contains("BotToken(hidden)").doesNotContain("s3cr3t");
    assertThat(Settings.read(folder, home.environment).inForce().toString())
        .doesNotContain("s3cr3t");
    assertThat(logged()).isNotEmpty().noneMatch(line -> line.contains("s3cr3t"));
  }

  @Test
  void read_variableNearToOneOfOurs_warnsWithoutItsValue() {
    home.set("DISCORD_TOKEN_FIL", "s3cr3t")
        .set("READOUT_INDX", "x")
        .set("DISCORD_SERVICE_HOST", "x")
        .set("READOUT_LOG", "DEBUG")
        .set("LOG_LEVEL", "DEBUG")
        .set("PATH", "/bin");
    home.read();
    assertThat(warned())
        .containsExactly(
            "The variable DISCORD_TOKEN_FIL is no setting and is not read;"
                + " is DISCORD_TOKEN_FILE meant?",
            "The variable LOG_LEVEL is no setting and is not read; is READOUT_LOG meant?",
            "The variable READOUT_INDX is no setting and is not read; is READOUT_INDEX meant?");
  }
}
