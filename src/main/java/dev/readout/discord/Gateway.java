package dev.readout.discord;

import java.net.URI;
import net.dv8tion.jda.api.utils.ConcurrentSessionController;
import org.jspecify.annotations.Nullable;

/** Where the gateway is, if not where Discord says. */
final class Gateway extends ConcurrentSessionController {
  private final @Nullable URI address;

  Gateway(@Nullable URI address) {
    this.address = address;
  }

  @Override
  public String getGateway() {
    return address == null ? super.getGateway() : address.toString();
  }
}
