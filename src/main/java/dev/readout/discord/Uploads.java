package dev.readout.discord;

import dev.readout.discord.command.Request.Upload;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.dv8tion.jda.api.entities.Message;
import org.jspecify.annotations.Nullable;

/**
 * Fetches what members attached, from Discord and nowhere else: the address comes with an
 * interaction, and only Discord's own, or those of another place in tests, are followed. Immutable.
 */
record Uploads(@Nullable URI apiUrl) {
  private static final Set<String> HOSTS = Set.of("cdn.discordapp.com", "media.discordapp.net");
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** The attachment, with nothing fetched yet. */
  Upload of(Message.Attachment attachment) {
    return new Upload(
        attachment.getFileName(),
        attachment.getSize(),
        Objects.requireNonNullElse(attachment.getContentType(), ""),
        (to, maxBytes) -> copy(attachment, to, maxBytes));
  }

  private void copy(Message.Attachment attachment, OutputStream to, int maxBytes)
      throws IOException {
    if (!isDiscords(attachment.getUrl())) {
      throw new IOException("the file is not at Discord");
    }
    // Another thread than the one that waits: a body that trickles in would keep this one.
    CompletableFuture<InputStream> opened = attachment.getProxy().download();
    CompletableFuture<Void> body =
        opened.thenAcceptAsync(stream -> copy(stream, to, maxBytes), Thread::startVirtualThread);
    try {
      var _ = body.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new IOException("Discord did not give the file", e.getCause());
    } catch (TimeoutException e) {
      var _ = opened.thenAcceptAsync(Uploads::close, Thread::startVirtualThread);
      throw new IOException("the file did not come within " + PATIENCE, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("reading the file was interrupted", e);
    }
  }

  private static void copy(InputStream stream, OutputStream to, int maxBytes) {
    try (stream) {
      byte[] piece = new byte[8 << 10];
      int copied = 0;
      for (int length = stream.read(piece); length >= 0; length = stream.read(piece)) {
        copied += length;
        if (copied > maxBytes) {
          throw new IOException("more than " + maxBytes + " bytes");
        }
        to.write(piece, 0, length);
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void close(InputStream stream) {
    try {
      stream.close();
    } catch (IOException _) {
      // It is closed for whoever still reads it; that is all that is wanted.
    }
  }

  private boolean isDiscords(String address) {
    try {
      URI uri = new URI(address);
      if (apiUrl != null && Objects.equals(uri.getAuthority(), apiUrl.getAuthority())) {
        return true;
      }
      return "https".equals(uri.getScheme())
          && uri.getHost() != null
          && uri.getPort() == -1
          && HOSTS.contains(uri.getHost());
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
