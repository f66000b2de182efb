package dev.readout.discord.standin.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.readout.discord.standin.journal.Exchange;
import dev.readout.discord.standin.journal.Journal;
import dev.readout.discord.standin.wire.Json;
import dev.readout.discord.standin.wire.UploadedFile;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each deliberately bad body is caught by the rule that is meant for it, and by no other. */
final class ContractTest {
  private static final String SAFE = "\"allowed_mentions\":{\"parse\":[]}";
  private static final Pattern REPEATED = Pattern.compile("~([^~]+)~([0-9]+)~");

  private static List<String> rules(
      Contract contract, String method, String path, JsonNode body, UploadedFile... files) {
    return contract.violations(method, path, body, List.of(files)).stream()
        .map(Violation::rule)
        .distinct()
        .toList();
  }

  /** Reads a body; "~x~3~" stands for "xxx". */
  private static JsonNode body(String text) {
    String json =
        REPEATED
            .matcher(text.replace('\'', '"'))
            .replaceAll(match -> match.group(1).repeat(Integer.parseInt(match.group(2))));
    return Json.parse(json);
  }

  private static JsonNode message(String fields) {
    return body("{" + SAFE + "," + fields + "}");
  }

  private static JsonNode v2(String components) {
    return message("'flags':32768,'components':[" + components + "]");
  }

  private static List<String> followUp(JsonNode body, UploadedFile... files) {
    return rules(Contract.load(), "POST", "webhooks/1/t", body, files);
  }

  private static List<String> edit(JsonNode body) {
    return rules(Contract.load(), "PATCH", "webhooks/1/t/messages/@original", body);
  }

  private static List<String> callback(String body) {
    return rules(Contract.load(), "POST", "interactions/1/t/callback", body(body));
  }

  private static List<String> command(String body) {
    return rules(
        Contract.ownRules(), "PUT", "applications/1/commands", Json.array().add(body(body)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          command-name            | {'name':'Ask','description':'d'}
          command-name            | {'name':'ask me','description':'d'}
          command-name            | {'name':'ask','description':'d','name_localizations':{'de':'Frag'}}
          command-name            | {'name':'ask','description':'d','options':[{'type':3,'name':'Q','description':'d'}]}
          missing-description     | {'name':'ask'}
          required-after-optional | {'name':'ask','description':'d','options':[{'type':3,'name':'a','description':'d'},{'type':3,'name':'b','description':'d','required':true}]}
          choices-and-autocomplete| {'name':'ask','description':'d','options':[{'type':3,'name':'a','description':'d','autocomplete':true,'choices':[{'name':'n','value':'v'}]}]}
          choice-length           | {'name':'ask','description':'d','options':[{'type':3,'name':'a','description':'d','choices':[{'name':'~n~101~','value':'v'}]}]}
          duplicate-choice        | {'name':'ask','description':'d','options':[{'type':3,'name':'a','description':'d','choices':[{'name':'n','value':'v'},{'name':'n','value':'w'}]}]}
          duplicate-option        | {'name':'ask','description':'d','options':[{'type':3,'name':'a','description':'d'},{'type':3,'name':'a','description':'d'}]}
          mixed-options           | {'name':'ask','description':'d','options':[{'type':1,'name':'a','description':'d'},{'type':3,'name':'b','description':'d'}]}
          empty-range             | {'name':'ask','description':'d','options':[{'type':4,'name':'a','description':'d','min_value':2,'max_value':1}]}
          menu-command            | {'name':'Check this','type':3,'description':'d'}
          command-size            | {'name':'ask','description':'d','options':[{'type':3,'name':'a','description':'~d~7996~'}]}
          command-size            | {'name':'ask','description':'d','options':[{'type':3,'name':'a','description':'d','description_localizations':{'de':'~d~8000~'}}]}
          """)
  void command_bad_isCaughtByItsRule(String rule, String command) {
    assertThat(command(command)).containsExactly(rule);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'name':'ask','description':'d','options':[{'type':3,'name':'a','description':'d','required':true,'autocomplete':true},{'type':11,'name':'b','description':'d','autocomplete':false}],'contexts':['0','1'],'integration_types':['0'],'default_member_permissions':'32','nsfw':false}
          {'name':'问','description':'d','name_localizations':{'zh-CN':'问题'}}
          {'name':'source','description':'d','options':[{'type':2,'name':'a','description':'d','options':[{'type':1,'name':'b','description':'d'}]}]}
          {'name':'Check this quote','type':3}
          """)
  void command_good_isKept(String command) {
    assertThat(
            rules(
                Contract.load(),
                "PUT",
                "applications/1/guilds/2/commands",
                Json.array().add(body(command))))
        .isEmpty();
  }

  @Test
  void commands_sameNameOrTooMany_areCaught() {
    ArrayNode sixteen = Json.array();
    for (int i = 0; i < 16; i++) {
      sixteen.add(Json.object().put("name", "Check " + i).put("type", 3));
    }
    JsonNode same = body("[{'name':'ask','description':'d'},{'name':'ask','description':'e'}]");

    assertThat(rules(Contract.load(), "PUT", "applications/1/commands", sixteen))
        .containsExactly("too-many-commands");
    assertThat(rules(Contract.load(), "PUT", "applications/1/commands", same))
        .containsExactly("duplicate-command");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          empty-message     | 'flags':4
          content-length    | 'content':'~x~2001~'
          link-preview      | 'content':'see https://example.com'
          suppressed-embeds | 'flags':4,'embeds':[{'title':'t'}]
          embeds-length     | 'embeds':[{'description':'~x~4000~'},{'description':'~y~2001~'}]
          v2-with-content   | 'flags':32768,'content':'c','components':[{'type':10,'content':'t'}]
          v2-with-embeds    | 'flags':32768,'embeds':[{'title':'t'}],'components':[{'type':10,'content':'t'}]
          v2-flag-missing   | 'components':[{'type':10,'content':'t'}]
          flags             | 'content':'c','flags':128
          file-url          | 'embeds':[{'title':'t','description':'file:///etc/passwd'}]
          too-many-rows     | 'components':[{'type':1,'components':[{'type':2,'style':1,'label':'a','custom_id':'1'}]},{'type':1,'components':[{'type':2,'style':1,'label':'a','custom_id':'2'}]},{'type':1,'components':[{'type':2,'style':1,'label':'a','custom_id':'3'}]},{'type':1,'components':[{'type':2,'style':1,'label':'a','custom_id':'4'}]},{'type':1,'components':[{'type':2,'style':1,'label':'a','custom_id':'5'}]},{'type':1,'components':[{'type':2,'style':1,'label':'a','custom_id':'6'}]}]
          """)
  void message_bad_isCaughtByItsRule(String rule, String fields) {
    assertThat(rules(Contract.ownRules(), "POST", "webhooks/1/t", message(fields)))
        .containsExactly(rule);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          button-url          | {'type':1,'components':[{'type':2,'style':5,'label':'l'}]}
          button-url          | {'type':1,'components':[{'type':2,'style':1,'label':'l','custom_id':'a','url':'https://a.b'}]}
          button-custom-id    | {'type':1,'components':[{'type':2,'style':1,'label':'l'}]}
          button-custom-id    | {'type':1,'components':[{'type':2,'style':5,'label':'l','url':'https://a.b','custom_id':'a'}]}
          button-label        | {'type':1,'components':[{'type':2,'style':1,'custom_id':'a'}]}
          link-scheme         | {'type':1,'components':[{'type':2,'style':5,'label':'l','url':'ftp://a.b'}]}
          duplicate-custom_id | {'type':1,'components':[{'type':2,'style':1,'label':'l','custom_id':'a'},{'type':2,'style':1,'label':'m','custom_id':'a'}]}
          row                 | {'type':1,'components':[{'type':2,'style':1,'label':'l','custom_id':'a'},{'type':3,'custom_id':'b','options':[{'label':'l','value':'v'}]}]}
          select-range        | {'type':1,'components':[{'type':3,'custom_id':'b','max_values':2,'options':[{'label':'l','value':'v'}]}]}
          select-defaults     | {'type':1,'components':[{'type':3,'custom_id':'b','options':[{'label':'l','value':'v','default':true},{'label':'m','value':'w','default':true}]}]}
          duplicate-select-value | {'type':1,'components':[{'type':3,'custom_id':'b','options':[{'label':'l','value':'v'},{'label':'m','value':'v'}]}]}
          blank-text          | {'type':10,'content':'  '}
          text-length         | {'type':10,'content':'~a~2001~'},{'type':10,'content':'~b~2000~'}
          text-bytes          | {'type':10,'content':'~条~3387~'}
          unknown-attachment  | {'type':13,'file':{'url':'attachment://none.csv'}}
          """)
  void components_bad_areCaughtByTheirRule(String rule, String components) {
    assertThat(followUp(v2(components))).containsExactly(rule);
  }

  @Test
  void components_atTheLimit_areKept() {
    String text = "{'type':10,'content':'a'}";

    assertThat(followUp(v2(("," + text).repeat(40).substring(1)))).isEmpty();
    assertThat(followUp(v2("{'type':10,'content':'~条~3386~'}"))).isEmpty();
    assertThat(followUp(v2("{'type':10,'content':'~a~4000~'}"))).isEmpty();
    assertThat(
            followUp(v2("{'type':17,'components':[" + ("," + text).repeat(39).substring(1) + "]}")))
        .isEmpty();
    assertThat(
            followUp(v2("{'type':17,'components':[" + ("," + text).repeat(40).substring(1) + "]}")))
        .containsExactly("too-many-components");
  }

  @Test
  void mentions_missingOrParsing_areCaught() {
    assertThat(followUp(body("{'content':'c'}"))).containsExactly("allowed-mentions");
    assertThat(followUp(body("{'content':'c','allowed_mentions':{'parse':['users']}}")))
        .containsExactly("allowed-mentions");
    assertThat(followUp(body("{'content':'c','allowed_mentions':{'parse':[],'roles':['1']}}")))
        .containsExactly("allowed-mentions");
    assertThat(
            rules(
                Contract.load(),
                "POST",
                "channels/1/messages",
                message("'content':'c','message_reference':{'message_id':'1'}")))
        .containsExactly("allowed-mentions");
    assertThat(followUp(message("'content':'c'"))).isEmpty();
  }

  @Test
  void content_linkWithoutPreview_isKept() {
    assertThat(followUp(message("'content':'see <https://example.com>'"))).isEmpty();
    assertThat(followUp(message("'content':'see https://example.com','flags':4"))).isEmpty();
  }

  @Test
  void files_notShownInV2_areCaught() {
    UploadedFile file = UploadedFile.text("a.csv", "a");
    String shown = "{'type':13,'file':{'url':'attachment://a.csv'}}";

    assertThat(followUp(v2("{'type':10,'content':'t'}"), file)).containsExactly("unshown-file");
    assertThat(followUp(v2(shown), file)).isEmpty();
  }

  @Test
  void edit_withoutFlags_mayHaveComponentsV2() {
    assertThat(edit(message("'components':[{'type':10,'content':'t'}]"))).isEmpty();
    assertThat(edit(message("'flags':0,'components':[{'type':10,'content':'t'}]")))
        .containsExactly("v2-flag-missing");
    assertThat(edit(message("'content':'c','flags':64"))).containsExactly("flags");
    assertThat(edit(body("{'components':[]}"))).isEmpty();
    assertThat(edit(body("{}"))).containsExactly("empty-message");
  }

  @Test
  void channelMessage_ephemeral_isCaught() {
    JsonNode body = message("'content':'c','flags':64");

    assertThat(rules(Contract.load(), "POST", "channels/1/messages", body))
        .containsExactly("flags");
  }

  @Test
  void deferral_withMoreThanEphemeral_isCaught() {
    assertThat(callback("{'type':5,'data':{'flags':32832}}")).containsExactly("deferral");
    assertThat(callback("{'type':5,'data':{'content':'c'}}")).containsExactly("deferral");
    assertThat(callback("{'type':5,'data':{'flags':64}}")).isEmpty();
    assertThat(callback("{'type':5}")).isEmpty();
    assertThat(callback("{'type':6}")).isEmpty();
  }

  @Test
  void choices_tooLong_areCaught() {
    assertThat(callback("{'type':8,'data':{'choices':[{'name':'~n~100~','value':'~v~101~'}]}}"))
        .containsExactly("choice-length");
    assertThat(callback("{'type':8,'data':{'choices':[{'name':'n','value':'v'}]}}")).isEmpty();
    assertThat(callback("{'type':8,'data':{'choices':[{'name':'n','value':3}]}}")).isEmpty();
    assertThat(callback("{'type':8,'data':{'choices':[]}}")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          modal-title         | {'custom_id':'a','title':'~t~46~','components':[{'type':10,'content':'t'}]}
          modal-components    | {'custom_id':'a','title':'t','components':[~{'type':10,'content':'t'},~5~{'type':10,'content':'t'}]}
          modal-label         | {'custom_id':'a','title':'t','components':[{'type':18,'label':'l','component':{'type':4,'style':1,'custom_id':'b','label':'l'}}]}
          duplicate-custom_id | {'custom_id':'a','title':'t','components':[{'type':18,'label':'l','component':{'type':4,'style':1,'custom_id':'b'}},{'type':18,'label':'l','component':{'type':4,'style':1,'custom_id':'b'}}]}
          modal-value         | {'custom_id':'a','title':'t','components':[{'type':18,'label':'l','component':{'type':4,'style':1,'custom_id':'b','max_length':2,'value':'abc'}}]}
          empty-range         | {'custom_id':'a','title':'t','components':[{'type':18,'label':'l','component':{'type':4,'style':1,'custom_id':'b','min_length':3,'max_length':2}}]}
          """)
  void modal_bad_isCaughtByItsRule(String rule, String form) {
    assertThat(
            rules(
                Contract.ownRules(),
                "POST",
                "interactions/1/t/callback",
                body("{'type':9,'data':" + form + "}")))
        .containsExactly(rule);
  }

  @Tag("shared")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          components         | {'flags':32768,'components':[{'type':10,'contents':'t'}]}
          spoilr             | {'flags':32768,'components':[{'type':17,'spoilr':true,'components':[{'type':10,'content':'t'}]}]}
          accessory          | {'flags':32768,'components':[{'type':9,'components':[{'type':10,'content':'t'}]}]}
          at most 3          | {'flags':32768,'components':[{'type':9,'accessory':{'type':2,'style':1,'label':'l','custom_id':'a'},'components':[{'type':10,'content':'1'},{'type':10,'content':'2'},{'type':10,'content':'3'},{'type':10,'content':'4'}]}]}
          enumeration        | {'flags':32768,'components':[{'type':99}]}
          at most 80         | {'components':[{'type':1,'components':[{'type':2,'style':1,'label':'~l~81~','custom_id':'a'}]}]}
          at most 512        | {'components':[{'type':1,'components':[{'type':2,'style':5,'label':'l','url':'https://a.b/~u~512~'}]}]}
          at most 256        | {'embeds':[{'title':'~t~257~'}]}
          contnt             | {'contnt':'c'}
          integer            | {'content':'c','flags':'4'}
          """)
  void document_badMessage_isCaughtWithPlaceAndReason(String part, String body) {
    List<Violation> found =
        Contract.load().violations("POST", "webhooks/1/t", body(body), List.of());

    assertThat(found)
        .filteredOn(violation -> violation.rule().equals("openapi"))
        .isNotEmpty()
        .anySatisfy(violation -> assertThat(violation.detail()).contains(part))
        .allSatisfy(violation -> assertThat(violation.detail()).doesNotContain("one and only one"))
        .hasSizeLessThanOrEqualTo(2);
  }

  @Tag("shared")
  @Test
  void document_badCommand_isCaught() {
    assertThat(rules(Contract.load(), "PUT", "applications/1/commands", body("{}")))
        .contains("openapi");
    assertThat(
            rules(
                Contract.load(),
                "POST",
                "applications/1/commands",
                body("{'name':'ask','description':'~d~101~'}")))
        .containsExactly("openapi");
    assertThat(callback("{'type':9,'data':{'title':'t','components':[]}}")).contains("openapi");
    assertThat(callback("{'type':7,'data':{'tts':true,'content':'c'," + SAFE + "}}"))
        .containsExactly("openapi");
  }

  @Test
  void route_unknown_hasNoViolations() {
    assertThat(rules(Contract.load(), "GET", "users/@me", Json.none())).isEmpty();
  }

  @Test
  void violation_ofAJournal_namesRouteRuleAndExcerpt() {
    Journal journal = new Journal(10, Duration.ofSeconds(1));
    ObjectNode body = (ObjectNode) message("'content':'~x~3000~'");
    journal.record(
        journal.begin(),
        number ->
            new Exchange(
                number,
                Duration.ZERO,
                "POST",
                "channels/1/messages",
                "",
                body,
                List.of(),
                200,
                Json.none(),
                Duration.ZERO));

    assertThat(Contract.ownRules().violations(journal))
        .singleElement()
        .satisfies(
            violation -> {
              assertThat(violation.route()).isEqualTo("POST channels/1/messages");
              assertThat(violation.rule()).isEqualTo("content-length");
              assertThat(violation.excerpt()).contains("xxx").hasSizeLessThan(300);
              assertThat(violation.toString()).contains("content-length", "xxx");
            });
  }
}
