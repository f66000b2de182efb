/**
 * A stand-in for Discord, for tests of the real bot on loopback. Start at {@link
 * dev.readout.discord.standin.StandIn}:
 *
 * <pre>{@code
 * try (StandIn discord = StandIn.start()) {
 *   // Start the bot with discord.apiUrl(), gatewayUrl() and token(); close it before the stand-in.
 *   Person alice = discord.person("Alice");
 *   Interaction asked = alice.slash("ask").option("question", "…").option("private", true).send();
 *   Message answer = asked.reply();
 *   Message more = alice.press(answer, "More").reply();
 *   List<Choice> choices = alice.slash("ask").typing("question", "enti").choices();
 *   Modal form = alice.slash("feedback").send().modal();
 *   Message thanks = alice.fill(form).enter("Text", "…").submit().reply();
 *   alice.in(Place.botDm()).withLocale("zh-CN").menu("Check this quote", "…").reply();
 *   discord.fail(RestFault.on("PATCH", "webhooks/.*").status(503));
 *   discord.gateway().cut();
 *   assertThat(Contract.load().violations(discord.journal())).isEmpty();
 * }
 * }</pre>
 *
 * <p>What needs the bot waits for it, ten seconds unless set otherwise, and throws {@link
 * AssertionError} if nothing comes: no test needs a sleep. People can do only what Discord's app
 * lets them, unless {@code unchecked()}. {@code JdaLog} fails a test when JDA warns, which is all
 * that JDA does about a payload it cannot read. {@code bin/standin} is the same for a bot in
 * another process. No evidence beyond that: it was written from Discord's documents and JDA's
 * source.
 */
@NullMarked
package dev.readout.discord.standin;

import org.jspecify.annotations.NullMarked;
