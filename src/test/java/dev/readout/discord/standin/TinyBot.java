package dev.readout.discord.standin;

import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.attachmentupload.AttachmentUpload;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.container.Container;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.section.Section;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.components.separator.Separator;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.MessageContextInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.StringSelectInteractionEvent;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.IntegrationType;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.DefaultMemberPermissions;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;
import net.dv8tion.jda.api.modals.Modal;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.FileUpload;
import net.dv8tion.jda.api.utils.SessionControllerAdapter;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import net.dv8tion.jda.api.utils.messages.MessageEditData;
import net.dv8tion.jda.internal.JDAImpl;

/** A small bot on the real JDA that does one thing of each kind. */
public final class TinyBot extends ListenerAdapter implements AutoCloseable {
  private static final int STOPPED_WITHIN_SECONDS = 100;

  private final JDA jda;
  private final CountDownLatch registered = new CountDownLatch(1);
  private final List<String> events = new CopyOnWriteArrayList<>();
  private final List<Throwable> failures = new CopyOnWriteArrayList<>();

  private TinyBot(StandIn discord, UnaryOperator<JDABuilder> setup) {
    JDABuilder builder =
        JDABuilder.createLight(discord.token(), EnumSet.noneOf(GatewayIntent.class))
            .setRestConfig(new RestConfig().setBaseUrl(discord.apiUrl()))
            .setSessionController(new Sessions(discord.gatewayUrl()))
            .setEnableShutdownHook(false)
            .addEventListeners(this);
    this.jda = setup.apply(builder).build();
  }

  /** Identifies at once: Discord wants five seconds between two, which would only cost time. */
  static final class Sessions extends SessionControllerAdapter {
    private final String gatewayUrl;

    Sessions(String gatewayUrl) {
      this.gatewayUrl = gatewayUrl;
    }

    @Override
    public String getGateway() {
      return gatewayUrl;
    }

    @Override
    public void appendSession(SessionConnectNode node) {
      Thread.ofPlatform().daemon().start(() -> connect(node));
    }

    /** Connects once JDA has kept its client: told of a server earlier, it waits for members. */
    private static void connect(SessionConnectNode node) {
      try {
        while (((JDAImpl) node.getJDA()).getClient() == null) {
          Thread.sleep(1);
        }
        node.run(/* isLast= */ true);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Starts a bot, and waits until its commands are registered. */
  public static TinyBot start(StandIn discord) {
    return start(discord, UnaryOperator.identity());
  }

  static TinyBot start(StandIn discord, UnaryOperator<JDABuilder> setup) {
    TinyBot bot = new TinyBot(discord, setup);
    try {
      bot.jda.awaitReady();
      bot.registered.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return bot;
  }

  public JDA jda() {
    return jda;
  }

  /** The simple names of all events so far. */
  List<String> events() {
    return List.copyOf(events);
  }

  /** What REST calls failed with. */
  List<Throwable> failures() {
    return List.copyOf(failures);
  }

  @Override
  public void onGenericEvent(GenericEvent event) {
    events.add(event.getClass().getSimpleName());
  }

  @Override
  public void onReady(ReadyEvent event) {
    event
        .getJDA()
        .updateCommands()
        .addCommands(commands())
        .queue(
            done -> registered.countDown(),
            failure -> {
              failures.add(failure);
              registered.countDown();
            });
  }

  private static List<CommandData> commands() {
    return List.of(
        Commands.slash("ask", "Ask the records")
            .setContexts(InteractionContextType.ALL)
            .setIntegrationTypes(IntegrationType.ALL)
            .addOptions(
                new OptionData(OptionType.STRING, "question", "What?", true, true)
                    .setMaxLength(300),
                new OptionData(OptionType.STRING, "side", "Whose?")
                    .addChoice("United States", "us")
                    .addChoice("China", "prc"),
                new OptionData(OptionType.INTEGER, "count", "How many?").setMaxValue(5),
                new OptionData(OptionType.BOOLEAN, "private", "Only for you?"),
                new OptionData(OptionType.USER, "member", "Who?"),
                new OptionData(OptionType.ATTACHMENT, "file", "What file?")),
        Commands.slash("source", "Sources")
            .setDefaultPermissions(DefaultMemberPermissions.enabledFor(Permission.MANAGE_SERVER))
            .addSubcommands(
                new SubcommandData("add", "Add one")
                    .addOptions(new OptionData(OptionType.STRING, "url", "Where?", true)),
                new SubcommandData("list", "List all")),
        Commands.slash("feedback", "Tell us"),
        Commands.slash("twice", "Answers twice"),
        Commands.slash("loud", "Pings whoever it can"),
        Commands.slash("files", "Answers with a file"),
        Commands.message("Check this quote"));
  }

  @Override
  public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
    switch (event.getFullCommandName()) {
      case "ask" -> ask(event);
      case "source add" ->
          event
              .reply(
                  plain("added <" + event.getOption("url", "", OptionMapping::getAsString) + ">"))
              .queue();
      case "feedback" -> event.replyModal(form()).queue();
      case "twice" -> twice(event);
      case "loud" -> event.reply("@everyone").queue(null, failures::add);
      case "files" ->
          event
              .deferReply()
              .flatMap(
                  hook ->
                      hook.editOriginal(
                          MessageEditData.fromCreateData(
                              plainBuilder("see file")
                                  .addFiles(
                                      FileUpload.fromData(
                                          "a,b".getBytes(StandardCharsets.UTF_8), "table.csv"))
                                  .build())))
              .queue(null, failures::add);
      case "reindex" -> {} // another listener's
      default -> event.reply(plain("?")).setEphemeral(true).queue();
    }
  }

  private void ask(SlashCommandInteractionEvent event) {
    boolean isPrivate = event.getOption("private", false, OptionMapping::getAsBoolean);
    String text =
        "You asked: **%s** side %s count %d of %s file %s in %s"
            .formatted(
                event.getOption("question", "", OptionMapping::getAsString),
                event.getOption("side", "any", OptionMapping::getAsString),
                event.getOption("count", 0, OptionMapping::getAsInt),
                event.getOption("member", "nobody", o -> o.getAsUser().getName()),
                event.getOption("file", "none", o -> o.getAsAttachment().getFileName()),
                event.getUserLocale().getLocale());
    event
        .deferReply(isPrivate)
        .flatMap(hook -> hook.editOriginal(MessageEditData.fromCreateData(answer(text))))
        .queue(null, failures::add);
  }

  private static MessageCreateData answer(String text) {
    return new MessageCreateBuilder()
        .useComponentsV2()
        .setAllowedMentions(List.of())
        .setComponents(
            Container.of(
                TextDisplay.of(text),
                Separator.createDivider(Separator.Spacing.SMALL),
                Section.of(Button.secondary("quote:1", "Quote"), TextDisplay.of("Washington: …"))),
            ActionRow.of(
                Button.primary("more", "More"),
                Button.danger("off", "Off").asDisabled(),
                Button.link("https://example.com/source", "Source")),
            ActionRow.of(
                StringSelectMenu.create("related")
                    .setPlaceholder("Related questions")
                    .addOption("Is the rule in force?", "q1", "a rule")
                    .addOption("Who said so?", "q2")
                    .build()))
        .build();
  }

  private static MessageCreateBuilder plainBuilder(String text) {
    return new MessageCreateBuilder().setContent(text).setAllowedMentions(List.of());
  }

  private static MessageCreateData plain(String text) {
    return plainBuilder(text).build();
  }

  private void twice(SlashCommandInteractionEvent event) {
    event
        .deferReply()
        .flatMap(hook -> hook.editOriginal(MessageEditData.fromCreateData(plain("first"))))
        .flatMap(m -> event.getHook().sendMessage(plain("second")).setEphemeral(true))
        .flatMap(
            m ->
                event
                    .getHook()
                    .editMessageById(
                        m.getId(), MessageEditData.fromCreateData(plain("second, edited"))))
        .flatMap(m -> event.getHook().sendMessage(plain("third")))
        .flatMap(m -> event.getHook().deleteMessageById(m.getId()))
        .queue(null, failures::add);
  }

  private static Modal form() {
    return Modal.create("feedback-form", "Feedback")
        .addComponents(
            Label.of(
                "What is wrong?",
                TextInput.create("text", TextInputStyle.PARAGRAPH).setMaxLength(200).build()),
            Label.of(
                "Kind",
                StringSelectMenu.create("kind")
                    .addOption("Wrong date", "date")
                    .addOption("Other", "other")
                    .build()),
            Label.of("File", AttachmentUpload.create("proof").setRequired(false).build()))
        .build();
  }

  @Override
  public void onCommandAutoCompleteInteraction(CommandAutoCompleteInteractionEvent event) {
    String typed = event.getFocusedOption().getValue();
    event.replyChoiceStrings(typed + "ty list", typed + "re").queue(null, failures::add);
  }

  @Override
  public void onButtonInteraction(ButtonInteractionEvent event) {
    if (event.getComponentId().equals("more")) {
      event
          .deferEdit()
          .flatMap(hook -> hook.editOriginal(MessageEditData.fromCreateData(answer("More of it"))))
          .queue(null, failures::add);
    } else if (event.getComponentId().startsWith("quote:")) {
      event.reply(plain("a quote")).setEphemeral(true).queue(null, failures::add);
    }
  }

  @Override
  public void onStringSelectInteraction(StringSelectInteractionEvent event) {
    event
        .editMessage(MessageEditData.fromCreateData(answer("chosen " + event.getValues())))
        .queue(null, failures::add);
  }

  @Override
  public void onModalInteraction(ModalInteractionEvent event) {
    String text = event.getValues().getFirst().getAsString();
    List<String> kind = event.getValues().get(1).getAsStringList();
    int files = event.getValues().get(2).getAsAttachmentList().size();
    event
        .reply(plain("thanks: " + text + " " + kind + " " + files))
        .setEphemeral(true)
        .queue(null, failures::add);
  }

  @Override
  public void onMessageContextInteraction(MessageContextInteractionEvent event) {
    String by = event.getTarget().getAuthor().getName();
    event
        .reply(plain(by + " said: " + event.getTarget().getContentRaw()))
        .setEphemeral(true)
        .queue(null, failures::add);
  }

  /** Lets requests under way end, since JDA logs an error for one that is interrupted. */
  @Override
  public void close() {
    jda.shutdown();
    try {
      if (!jda.awaitShutdown(STOPPED_WITHIN_SECONDS, TimeUnit.SECONDS)) {
        jda.shutdownNow();
      }
      await().until(() -> jda.getHttpClient().dispatcher().runningCallsCount() == 0);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
