package dev.readout.discord;

import dev.readout.answer.ShippedIndex;
import dev.readout.discord.standin.JdaLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.apache.lucene.util.IOUtils;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands the tests of a class one {@link ServedBot} over the shipped records, with limits that no
 * test meets; a test in which JDA warns of something fails, as with {@link JdaLog}.
 */
final class SharedBot
    implements BeforeAllCallback,
        AfterAllCallback,
        BeforeEachCallback,
        AfterEachCallback,
        ParameterResolver {

  private static Store store(ExtensionContext context) {
    return context.getStore(Namespace.create(SharedBot.class));
  }

  private static <T> T stored(Class<T> type, ExtensionContext context) {
    return Objects.requireNonNull(store(context).get(type, type));
  }

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    Path folder = Files.createTempDirectory("shared-bot");
    store(context).put(Path.class, folder);
    store(context).put(ServedBot.class, ServedBot.start(ShippedIndex.directory(), folder));
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    stored(ServedBot.class, context).close();
    IOUtils.rm(stored(Path.class, context));
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    store(context).put(JdaLog.class, new JdaLog().open());
  }

  @Override
  public void afterEach(ExtensionContext context) {
    stored(JdaLog.class, context).close();
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType().equals(ServedBot.class);
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return stored(ServedBot.class, context);
  }
}
