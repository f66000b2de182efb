package dev.readout.intake.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.readout.intake.fetch.Visit.RobotsFiles;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import okhttp3.HttpUrl;
import okio.Buffer;
import okio.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RobotsFilesTest {
  private static final HttpUrl FILE = HttpUrl.get("https://a.example/robots.txt");

  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1); // it may overflow
  private final RobotsFiles files = new RobotsFiles(now::get);

  @ParameterizedTest
  @CsvSource({
    "'', true",
    "'User-agent: *\nDisallow: /', false",
    "'User-agent: *\nDisallow: /private', true",
    "'User-agent: *\nDisallow: /page', false",
    "'User-agent: *\nDisallow: /p*e$', false",
    "'User-agent: *\nDisallow: /\nAllow: /page', true",
    "'User-agent: Readout\nDisallow: /\n\nUser-agent: *\nDisallow:', false",
    "'User-agent: *\nDisallow: /\n\nUser-agent: Readout/0.1\nDisallow:', true",
    "'User-agent: Googlebot\nDisallow: /', true",
    "'User-agent: *\nCrawl-delay: 86400', true",
    "'<!DOCTYPE html><title>Not found</title>', true",
  })
  void allows_asTheFileSays(String text, boolean expected) {
    HttpUrl page = HttpUrl.get("https://a.example/page");
    assertThat(RobotsFiles.allows(ByteString.encodeUtf8(text), FILE, page)).isEqualTo(expected);
  }

  @Property(tries = 200)
  void allows_anything_neverThrows(
      @ForAll @StringLength(max = 40) String path, @ForAll @Size(max = 40) byte[] more) {
    String start = "User-agent: *\nAllow: /%" + path + "\nDisallow: /*" + path + "*%zz$\n";
    ByteString text = ByteString.of(new Buffer().writeUtf8(start).write(more).readByteArray());
    HttpUrl page = FILE.newBuilder().encodedPath("/").addPathSegment(path).query(path).build();
    assertThatNoException().isThrownBy(() -> RobotsFiles.allows(text, FILE, page));
  }

  @Test
  void find_forAnHour_only() {
    files.keep(FILE, ByteString.EMPTY);
    now.addAndGet(RobotsFiles.KEPT.toNanos() - 1);
    assertThat(files.find(FILE)).isPresent();
    now.incrementAndGet();
    assertThat(files.find(FILE)).isEmpty();
  }

  @Test
  void keep_tooMany_forgetsTheLeastUsed() {
    HttpUrl first = file(0);
    for (int i = 0; i < RobotsFiles.MAX_FILES; i++) {
      files.keep(file(i), ByteString.EMPTY);
    }
    files.find(first);
    files.keep(FILE, ByteString.EMPTY);
    assertThat(files.size()).isEqualTo(RobotsFiles.MAX_FILES);
    assertThat(files.find(first)).isPresent();
    assertThat(files.find(file(1))).isEmpty();
  }

  @Test
  void keep_tooManyBytes_forgetsTheLeastUsed() {
    ByteString large = ByteString.of(new byte[RobotsFiles.MAX_BYTES]);
    for (int i = 0; i < 20; i++) {
      files.keep(file(i), large);
    }
    assertThat(files.size()).isEqualTo(8);
    assertThat(files.find(file(19))).contains(large);
  }

  private static HttpUrl file(int number) {
    return HttpUrl.get("https://" + number + ".example/robots.txt");
  }
}
