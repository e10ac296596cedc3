package io.partnerhub.sandbox.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrgCommandsTest {

  private static final SandboxOrg sim = new SandboxOrg();
  private String id;

  @BeforeEach
  void one_partner() {
    sim.fresh();
    id = sim.partner("ALFKI", "Alfreds");
  }

  @AfterAll
  static void stop() {
    sim.close();
  }

  private JsonNode stored() {
    return sim.org.record("Account", id).orElseThrow();
  }

  private SandboxOrg.Answer command(String name, String body) {
    return sim.post("/__sim/" + name, body);
  }

  private SandboxOrg.Answer write(String fields) {
    return sim.patch("sobjects/Account/" + id, fields);
  }

  @Test
  void an_edit_is_made_by_a_person_and_checked_like_any_write() {
    sim.clock.advance(Duration.ofSeconds(3));

    assertThat(command("edit", "{\"key\":\"alfki\",\"fields\":{\"Phone\":\"1\"}}").status())
        .isEqualTo(200);
    SandboxOrg.Answer refused =
        command("edit", "{\"id\":\"" + id + "\",\"fields\":{\"Nope__c\":1}}");

    assertThat(stored().path("Phone").asText()).isEqualTo("1");
    assertThat(stored().path("LastModifiedById").asText()).isEqualTo(Ids.to18(People.SPECIALIST));
    assertThat(stored().path("SystemModstamp").asText()).isEqualTo("2026-03-02T08:00:03.000+0000");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().path("error").asText()).startsWith("INVALID_FIELD: No such column");
  }

  @Test
  void records_are_created_deleted_and_taken_back() {
    String made =
        command("create", "{\"fields\":{\"Name\":\"B\",\"Partner_Code__c\":\"BERGS\"}}")
            .json()
            .path("id")
            .asText();
    command("delete", "{\"key\":\"BERGS\"}");
    boolean deleted = sim.get("/__sim/record?id=" + made).json().path("IsDeleted").asBoolean();
    command("undelete", "{\"id\":\"" + made + "\"}");

    assertThat(deleted).isTrue();
    assertThat(sim.get("sobjects/Account/" + made).status()).isEqualTo(200);
    assertThat(sim.get("/__sim/records?type=Account").json()).hasSize(2);
  }

  @Test
  void a_record_is_not_taken_back_onto_a_key_that_is_used_again() {
    sim.org.delete("Account", id);
    sim.partner("ALFKI", "Another");

    assertThatThrownBy(() -> sim.org.undelete("Account", id))
        .hasMessageStartingWith("DUPLICATE_VALUE");
  }

  @Test
  void a_key_is_still_found_and_unique_after_its_field_was_changed() {
    command("field", "{\"field\":\"Partner_Code__c\",\"changes\":{\"length\":10}}");

    SandboxOrg.Answer doubled =
        sim.post("sobjects/Account", "{\"Name\":\"B\",\"Partner_Code__c\":\"ALFKI\"}");

    assertThat(doubled.errorCode()).isEqualTo("DUPLICATE_VALUE");
    assertThat(write("{\"Phone\":\"1\"}").status()).isEqualTo(204);
    assertThat(sim.get("sobjects/Account/Partner_Code__c/alfki").json().path("Phone").asText())
        .isEqualTo("1");
  }

  @Test
  void a_late_commit_is_stamped_before_it_is_seen_and_locks_the_row() {
    command("edit", "{\"key\":\"ALFKI\",\"fields\":{\"Phone\":\"1\"},\"visibleAfterMs\":5000}");
    sim.clock.advance(Duration.ofSeconds(4));

    assertThat(stored().path("Phone").isNull()).isTrue();
    assertThat(write("{\"Fax\":\"1\"}").errorCode()).isEqualTo("UNABLE_TO_LOCK_ROW");

    sim.clock.advance(Duration.ofSeconds(1));
    assertThat(sim.column("Phone", "SELECT Phone FROM Account")).containsExactly("1");
    assertThat(stored().path("SystemModstamp").asText()).isEqualTo("2026-03-02T08:00:00.000+0000");
    assertThat(write("{\"Fax\":\"1\"}").status()).isEqualTo(204);
  }

  @Test
  void a_key_that_is_yet_to_be_committed_is_taken() {
    sim.org.editLate("Account", id, Map.of("Partner_Code__c", "Berglunds"), Duration.ofSeconds(5));

    SandboxOrg.Answer doubled =
        sim.post("sobjects/Account", "{\"Name\":\"B\",\"Partner_Code__c\":\"BERGLUNDS\"}");
    sim.clock.advance(Duration.ofSeconds(5));

    assertThat(doubled.errorCode()).isEqualTo("DUPLICATE_VALUE");
    assertThat(sim.column("Partner_Code__c", "SELECT Partner_Code__c FROM Account"))
        .containsExactly("Berglunds");
  }

  @Test
  void an_automation_waits_for_the_row_that_a_late_commit_locks() {
    sim.org.addTrigger(
        new Trigger("Phone", new Trigger.Rewrite.Append("!"), Optional.of(Duration.ofSeconds(2))));
    write("{\"Phone\":\"1\"}");
    sim.org.editLate("Account", id, Map.of("Fax", "9"), Duration.ofSeconds(5));

    sim.clock.advance(Duration.ofSeconds(3));
    String locked = stored().path("Phone").asText();
    sim.clock.advance(Duration.ofSeconds(2));

    assertThat(locked).isEqualTo("1");
    assertThat(stored().path("Fax").asText()).isEqualTo("9");
    assertThat(stored().path("Phone").asText()).isEqualTo("1!");
  }

  @Test
  void a_named_record_is_refused_as_often_as_said_and_the_others_are_not() {
    sim.partner("BERGS", "B");
    command(
        "refuse",
        "{\"key\":\"ALFKI\",\"statusCode\":\"FIELD_CUSTOM_VALIDATION_EXCEPTION\","
            + "\"message\":\"No fax on Mondays\",\"fields\":[\"Fax\"],\"times\":2}");

    SandboxOrg.Answer first = write("{\"Fax\":\"1\"}");

    assertThat(first.errorCode()).isEqualTo("FIELD_CUSTOM_VALIDATION_EXCEPTION");
    assertThat(first.json().path(0).path("message").asText()).isEqualTo("No fax on Mondays");
    assertThat(sim.patch("sobjects/Account/Partner_Code__c/BERGS", "{\"Fax\":\"1\"}").status())
        .isEqualTo(200);
    assertThat(write("{\"Fax\":\"1\"}").status()).isEqualTo(400);
    assertThat(write("{\"Fax\":\"1\"}").status()).isEqualTo(204);
  }

  @Test
  void a_refusal_meets_a_record_that_is_yet_to_be_created() {
    sim.org.refuse(new Refusal("NEW", "UNABLE_TO_LOCK_ROW", "busy", List.of(), 1));

    assertThat(
            sim.post("sobjects/Account", "{\"Name\":\"N\",\"Partner_Code__c\":\"new\"}")
                .errorCode())
        .isEqualTo("UNABLE_TO_LOCK_ROW");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"action\":\"cut\",\"length\":3 | abc",
        "\"action\":\"uppercase\" | ABCDEF",
        "\"action\":\"append\",\"text\":\"!\" | abcdef!"
      })
  void a_trigger_rewrites_a_field_in_the_same_transaction(String action, String after) {
    command("trigger", "{\"field\":\"Phone\"," + action + "}");

    write("{\"Phone\":\"abcdef\"}");

    assertThat(stored().path("Phone").asText()).isEqualTo(after);
    assertThat(stored().path("LastModifiedById").asText()).isEqualTo(Ids.to18(People.HUB));
  }

  @Test
  void a_delayed_trigger_rewrites_later_by_another_user_and_not_itself() {
    sim.org.addTrigger(
        new Trigger("Phone", new Trigger.Rewrite.Append("!"), Optional.of(Duration.ofSeconds(2))));

    write("{\"Phone\":\"1\"}");
    String before = stored().path("Phone").asText();
    sim.clock.advance(Duration.ofSeconds(2));
    JsonNode after = stored();
    sim.clock.advance(Duration.ofSeconds(9));

    assertThat(before).isEqualTo("1");
    assertThat(after.path("Phone").asText()).isEqualTo("1!");
    assertThat(after.path("LastModifiedById").asText()).isEqualTo(Ids.to18(People.AUTOMATION));
    assertThat(stored()).isEqualTo(after);
  }

  @Test
  void a_write_that_is_rolled_back_sets_off_no_delayed_trigger() {
    sim.org.addTrigger(
        new Trigger("Name", new Trigger.Rewrite.UpperCase(), Optional.of(Duration.ZERO)));
    String rows =
        "{\"allOrNone\":true,\"records\":[{\"attributes\":{\"type\":\"Account\"},\"id\":\"%s\","
            + "\"Phone\":\"1\"},{\"attributes\":{\"type\":\"Account\"},\"id\":\"x\"}]}";

    sim.patch("composite/sobjects", rows.formatted(id));

    assertThat(stored().path("Name").asText()).isEqualTo("Alfreds");
  }

  @Test
  void settings_are_reached_by_http() {
    command("page-size", "{\"size\":1}");
    sim.partner("BERGS", "B");
    boolean done = sim.query("SELECT Id FROM Account").json().path("done").asBoolean();
    command("daily-calls", "{\"most\":0}");
    int limited = sim.get("limits").status();
    command("expire-token", "{}");

    assertThat(done).isFalse();
    assertThat(limited).isEqualTo(403);
    assertThat(sim.get("limits").status()).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "rain | {}",
        "edit | {}",
        "edit | {\"key\":\"NONE\",\"fields\":{}}",
        "edit | {\"key\":\"ALFKI\"}",
        "edit | {\"type\":\"Nope\",\"key\":\"ALFKI\",\"fields\":{}}",
        "trigger | {\"field\":\"Phone\",\"action\":\"sing\"}",
        "refuse | {\"key\":\"ALFKI\",\"times\":0}",
        "refuse | {\"key\":\"ALFKI\",\"times\":-1}",
        "page-size | {\"size\":0}",
        "page-size | {\"size\":\"x\"}",
        "edit | nonsense",
        "edit | {\"key\":1e-99999999999,\"fields\":{}}",
        "seed | {\"records\":[1]}",
        "seed | {\"records\":[null]}",
        "seed | {}",
      })
  void a_command_that_makes_no_sense_is_400(String name, String body) {
    SandboxOrg.Answer answer = command(name, body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("error").asText()).isNotEmpty().doesNotContain("java.");
  }

  @Test
  void a_seed_is_checked_and_counted() {
    SandboxOrg.Answer seeded =
        command(
            "seed", "{\"records\":[{\"Name\":\"A\"},{\"Name\":\"B\",\"Credit_Limit__c\":1.5}]}");

    assertThat(seeded.json().path("created").asInt()).isEqualTo(2);
    assertThat(command("seed", "{\"records\":[{\"Phone\":\"1\"}]}").status()).isEqualTo(400);
    assertThat(sim.org.records("Account")).hasSize(3);
    assertThat(sim.org.create("Account", Map.of("Name", "C"))).hasSize(18);
  }
}
