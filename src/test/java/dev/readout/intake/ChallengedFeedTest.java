package dev.readout.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readout.answer.ShippedIndex;
import dev.readout.index.Generation;
import dev.readout.intake.FeedChecker.Checked;
import dev.readout.store.Feed.FeedKind;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sites that show something else in place of what they list. */
@Timeout(600)
@ExtendWith(ShippedIndex.class)
final class ChallengedFeedTest {
  private static final Checked NOTHING_YET = new Checked(0, 0, 1, "challenge");

  private WatchedFeed feed;
  private PageServer site;

  @BeforeEach
  void open(@TempDir Path folder, Generation generation) throws Exception {
    feed = new WatchedFeed(folder, generation, FeedKind.LIST_PAGE, "www.commerce.gov", "/news");
    site = feed.site;
  }

  @AfterEach
  void close() {
    feed.close();
  }

  private void list(String... paths) {
    StringBuilder links = new StringBuilder("<p>News</p>");
    for (String path : paths) {
      links.append("<a href=\"%s\">%s</a>".formatted(path, path));
    }
    page("/news", links.toString());
  }

  private void page(String path, String html) {
    feed.put(path, "text/html; charset=utf-8", html);
  }

  private void release(String path) {
    site.page(path, PageServer.dated("Release", "2026-05-12"), "What is said at " + path + ".");
  }

  private void assertComesOnceItIsShown(String path) {
    assertThat(feed.check()).isEqualTo(NOTHING_YET);
    assertThat(feed.sources()).isEmpty();
    assertThat(feed.now().health().failures()).isEqualTo(1);

    release(path);
    assertThat(feed.check()).isEqualTo(new Checked(1, 0, 0, null));
    assertThat(feed.sources()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<title>Request Access</title><p>Programs that read this site have made it slow for people,"
            + " so that they are asked to use its interface in place of its pages. To go on to the"
            + " page that you wanted, request access below: write your name, your address of mail"
            + " and what you read it for, and you are let in within the day.</p>",
        "<title>Just a moment...</title><p>Enable JavaScript and cookies to continue</p>",
        "<title>News</title><p>Please complete the CAPTCHA to see this page.</p>",
        "<title>网站</title><p>您的访问过于频繁，请完成验证后继续访问本网站。</p>"
      })
  void check_pageThatAsksWhoIsReading_isNoDocument(String challenge) {
    list("/news/1");
    page("/news/1", "<!doctype html><html>" + challenge);

    assertComesOnceItIsShown("/news/1");
  }

  @Test
  void check_itemThatLeadsToAnotherHost_isNoDocument() {
    list("/news/1");
    site.redirect("/news/1", 302, site.at("ustr.gov", "/consent"));
    release("/consent");

    assertComesOnceItIsShown("/news/1");
  }

  @Test
  void check_shortTextAtTwoAddresses_isNoDocument() {
    list("/news/1", "/news/2");
    site.page("/news/1", "<title>Notice</title>", "Our site is being looked after.");
    site.page("/news/2", "<title>Notice</title><!-- -->", "Our site is being looked after.");

    assertThat(feed.check()).isEqualTo(new Checked(0, 0, 2, "challenge"));
    assertThat(feed.sources()).isEmpty();

    release("/news/1");
    release("/news/2");
    assertThat(feed.check()).isEqualTo(new Checked(2, 0, 0, null));
  }

  @Test
  void check_textFarShorterThanTheOthers_isNoDocument() {
    for (int i = 1; i <= 5; i++) {
      page("/news/" + i, PageServer.html("", ("Of part " + i + " much was said. ").repeat(200)));
    }
    list("/news/1", "/news/2", "/news/3", "/news/4", "/news/5");
    assertThat(feed.check()).isEqualTo(new Checked(5, 0, 0, null));

    site.page("/news/6", "<title>Sixth</title>", "This is shown in its place for now.");
    list("/news/6", "/news/5");
    assertThat(feed.check()).isEqualTo(NOTHING_YET);
    page("/news/6", PageServer.html("", "Of part 6 much was said. ".repeat(200)));
    assertThat(feed.check()).isEqualTo(new Checked(1, 0, 0, null));
  }

  @Test
  void check_siteThatDeniesAll_isAskedForThreeAndForNoneForGood() {
    list("/news/1", "/news/2", "/news/3", "/news/4");
    for (int i = 1; i <= 4; i++) {
      site.status("/news/" + i, 403, "");
    }
    assertThat(feed.check()).isEqualTo(new Checked(0, 0, 3, "denied"));
    assertThat(site.asked("/news/4")).isZero();

    release("/news/4");
    assertThat(feed.check()).isEqualTo(new Checked(1, 0, 3, null));
  }

  @Test
  void check_siteThatDeniesForLong_showsItInTheEnd() {
    list("/news/1");
    site.status("/news/1", 403, "");
    for (int i = 0; i <= NewItems.MAX_TRIES; i++) {
      assertThat(feed.check()).isEqualTo(new Checked(0, 0, 1, "denied"));
    }

    release("/news/1");
    assertThat(feed.check()).isEqualTo(new Checked(1, 0, 0, null));
  }

  @Test
  void check_listBehindAChallenge_isAFailure() {
    page("/news", "<!doctype html><title>Access Denied</title><p>You are not let in.</p>");
    assertThat(feed.check()).isEqualTo(new Checked(0, 0, 0, "challenge"));

    site.redirect("/news", 302, site.at("ustr.gov", "/consent"));
    page("/consent", "<a href=\"/news/1\">one</a>");
    assertThat(feed.check()).isEqualTo(new Checked(0, 0, 0, "challenge"));
  }
}
