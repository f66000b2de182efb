package dev.readout.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.discord.command.Observer.RestCall;
import okhttp3.HttpUrl;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RestCallsTest {

  @ParameterizedTest
  @CsvSource({
    "/api/v10/interactions/1234567890123456789/aW50ZXI/callback, interactions",
    "/api/v10/webhooks/1234567890123456789/aW50ZXI/messages/@original, webhooks",
    "/api/v10/applications/1234567890123456789/commands, applications",
    "/api/v10/gateway/bot, gateway",
    "/proxy/users/@me, users",
    "/api/v10/1234567890123456789/aW50ZXI, other"
  })
  void route_isAWordOfOurs(String path, String route) {
    assertThat(RestCalls.route(HttpUrl.get("https://discord.com" + path))).isEqualTo(route);
  }

  @ParameterizedTest
  @CsvSource({"200, 2xx", "204, 2xx", "304, 3xx", "404, 4xx", "429, 429", "503, 5xx"})
  void status_isTheClassOrARateLimit(int code, String status) {
    assertThat(RestCall.Status.of(code).word()).isEqualTo(status);
  }
}
