package io.partnerhub.sandbox.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowApiTest {

  private static final SandboxOrg sim = new SandboxOrg();

  @BeforeEach
  void begin() {
    sim.fresh();
  }

  @AfterAll
  static void stop() {
    sim.close();
  }

  private JsonNode stored(String record) {
    return sim.org.record("Account", record).orElseThrow();
  }

  private String create(String fields) {
    SandboxOrg.Answer answer = sim.post("sobjects/Account", "{\"Name\":\"A\"," + fields + "}");
    assertThat(answer.status()).as(answer.json().toString()).isEqualTo(201);
    return answer.json().path("id").asText();
  }

  @Test
  void a_created_record_has_an_id_of_18_characters_and_stamps_in_whole_seconds() {
    SandboxOrg.Answer created = sim.post("sobjects/Account", "{\"Name\":\"Alfreds\"}");

    String id = created.json().path("id").asText();
    assertThat(created.status()).isEqualTo(201);
    assertThat(created.json().path("success").asBoolean()).isTrue();
    assertThat(id).hasSize(18).startsWith("001");
    assertThat(stored(id).path("SystemModstamp").asText())
        .isEqualTo("2026-03-02T08:00:00.000+0000");
    assertThat(stored(id).path("CreatedDate")).isEqualTo(stored(id).path("SystemModstamp"));
    assertThat(stored(id).path("LastModifiedById").asText()).isEqualTo(Ids.to18(People.HUB));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"Phone\":\"  030 1  \" | Phone | \"030 1\"",
        "\"Phone\":\"   \" | Phone | null",
        "\"Credit_Limit__c\":300 | Credit_Limit__c | 300.0",
        "\"Credit_Limit__c\":10.005 | Credit_Limit__c | 10.01",
        "\"Credit_Limit__c\":null | Credit_Limit__c | null",
        "\"Credit_Limit__c\":0.005 | Credit_Limit__c | 0.01",
        "\"Credit_Limit__c\":1e-999999999 | Credit_Limit__c | 0.0",
        "\"Onboarded_On__c\":\"2024-02-29\" | Onboarded_On__c | \"2024-02-29\"",
        "\"Last_Review__c\":\"2026-01-01T13:00:00.900+0100\" | Last_Review__c | \"2026-01-01T12:00:00.000+0000\"",
        "\"Programmes__c\":\"Referral;Affiliate;Referral\" | Programmes__c | \"Affiliate;Referral\"",
        "\"Type\":\"Anything\" | Type | \"Anything\"",
        "\"credit_limit__C\":1 | Credit_Limit__c | 1.0",
        "\"Contact_Email__c\":\"Maria@Alfreds.example\" | Contact_Email__c | \"Maria@Alfreds.example\"",
      })
  void a_value_is_stored_in_the_orgs_own_form(String field, String name, String value) {
    String id = create(field);

    assertThat(sim.get("sobjects/Account/" + id).json().path(name).toString()).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"Nope__c\":1 | INVALID_FIELD",
        "\"Nope__r\":{\"Partner_Code__c\":\"X\"} | INVALID_FIELD",
        "\"Id\":\"001gL0000000000QAA\" | INVALID_FIELD_FOR_INSERT_UPDATE",
        "\"SystemModstamp\":\"2026-01-01T00:00:00Z\" | INVALID_FIELD_FOR_INSERT_UPDATE",
        "\"IsDeleted\":true | INVALID_FIELD_FOR_INSERT_UPDATE",
        "\"BillingCity\":\"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\" | STRING_TOO_LONG",
        "\"Partner_Status__c\":\"Sleeping\" | INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST",
        "\"Partner_Status__c\":\"active\" | INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST",
        "\"Programmes__c\":\"Affiliate;Nope\" | INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST",
        "\"Contact_Email__c\":\"maria at alfreds\" | INVALID_EMAIL_ADDRESS",
        "\"Contact_Email__c\":\"maria@alfreds\" | INVALID_EMAIL_ADDRESS",
        "\"Credit_Limit__c\":100000000000000000 | NUMBER_OUTSIDE_VALID_RANGE",
        "\"Credit_Limit__c\":1e999999 | NUMBER_OUTSIDE_VALID_RANGE",
        "\"Credit_Limit__c\":\"12\" | JSON_PARSER_ERROR",
        "\"Newsletter__c\":\"true\" | JSON_PARSER_ERROR",
        "\"Newsletter__c\":null | JSON_PARSER_ERROR",
        "\"Phone\":30 | JSON_PARSER_ERROR",
        "\"Onboarded_On__c\":\"2026-02-31\" | JSON_PARSER_ERROR",
        "\"Onboarded_On__c\":\"31.02.2026\" | JSON_PARSER_ERROR",
        "\"Onboarded_On__c\":\"9999-01-01\" | FIELD_INTEGRITY_EXCEPTION",
        "\"Last_Review__c\":\"2026-02-20T10:00:00\" | JSON_PARSER_ERROR",
        "\"ParentId\":\"x\" | MALFORMED_ID",
        "\"ParentId\":\"001gL0000000000QAA\" | INVALID_CROSS_REFERENCE_KEY",
        "\"Parent\":{\"Partner_Code__c\":\"NONE\"} | INVALID_FIELD",
        "\"OwnerId\":\"001gL0000000000QAA\" | FIELD_INTEGRITY_EXCEPTION",
      })
  void a_bad_value_is_refused_with_its_code(String field, String code) {
    SandboxOrg.Answer answer = sim.post("sobjects/Account", "{\"Name\":\"A\"," + field + "}");

    assertThat(answer.errorCode()).isEqualTo(code);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(sim.org.records("Account")).isEmpty();
  }

  @Test
  void a_required_field_is_missed_when_created_and_when_emptied() {
    String id = sim.partner("ALFKI", "Alfreds");

    assertThat(sim.post("sobjects/Account", "{\"Phone\":\"1\"}").errorCode())
        .isEqualTo("REQUIRED_FIELD_MISSING");
    SandboxOrg.Answer emptied = sim.patch("sobjects/Account/" + id, "{\"Name\":\" \"}");
    assertThat(emptied.errorCode()).isEqualTo("REQUIRED_FIELD_MISSING");
    assertThat(emptied.json().path(0).path("fields").path(0).asText()).isEqualTo("Name");
  }

  @ParameterizedTest
  @CsvSource({
    "'{', 400, JSON_PARSER_ERROR",
    "'[1]', 400, JSON_PARSER_ERROR",
    "'{\"Name\":1e-99999999999}', 400, JSON_PARSER_ERROR",
    "'{} x', 400, JSON_PARSER_ERROR"
  })
  void a_broken_body_is_a_parser_error(String body, int status, String code) {
    SandboxOrg.Answer answer = sim.post("sobjects/Account", body);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.errorCode()).isEqualTo(code);
  }

  @Test
  void a_key_is_unique_whatever_its_case_and_the_error_names_the_record() {
    String id = sim.partner("ALFKI", "Alfreds");

    SandboxOrg.Answer second =
        sim.post("sobjects/Account", "{\"Name\":\"B\",\"Partner_Code__c\":\"alfki\"}");

    assertThat(second.status()).isEqualTo(400);
    assertThat(second.errorCode()).isEqualTo("DUPLICATE_VALUE");
    assertThat(second.json().path(0).path("message").asText())
        .isEqualTo(
            "duplicate value found: Partner_Code__c duplicates value on record with id: "
                + id.substring(0, 15));
  }

  @Test
  void a_record_is_read_by_either_id_and_shows_the_fields_asked_for() {
    String id = sim.partner("ALFKI", "Alfreds");

    assertThat(sim.get("sobjects/Account/" + id + "?fields=Name").json().toString())
        .isEqualTo(
            "{\"attributes\":{\"type\":\"Account\",\"url\":\"/services/data/v60.0/sobjects/Account/"
                + id
                + "\"},\"Name\":\"Alfreds\",\"Id\":\""
                + id
                + "\"}");
    assertThat(sim.get("sobjects/Account/" + id.substring(0, 15)).status()).isEqualTo(200);
    assertThat(sim.get("sobjects/Account/Partner_Code__c/alfki").json().path("Id").asText())
        .isEqualTo(id);
    assertThat(sim.get("sobjects/Account/" + id + "?fields=Nope").errorCode())
        .isEqualTo("INVALID_FIELD");
  }

  @Test
  void a_change_moves_the_stamp_and_answers_204() {
    String id = sim.partner("ALFKI", "Alfreds");
    sim.clock.advance(Duration.ofSeconds(5));

    SandboxOrg.Answer answer = sim.patch("sobjects/Account/" + id, "{\"Phone\":\"1\"}");

    assertThat(answer.status()).isEqualTo(204);
    assertThat(stored(id).path("Phone").asText()).isEqualTo("1");
    assertThat(stored(id).path("Name").asText()).isEqualTo("Alfreds");
    assertThat(stored(id).path("SystemModstamp").asText())
        .isEqualTo("2026-03-02T08:00:05.000+0000");
    assertThat(stored(id).path("CreatedDate").asText()).isEqualTo("2026-03-02T08:00:00.000+0000");
  }

  @Test
  void a_deleted_record_is_gone_for_rows_and_frees_its_key() {
    String id = sim.partner("ALFKI", "Alfreds");

    assertThat(sim.delete("sobjects/Account/" + id).status()).isEqualTo(204);

    assertThat(sim.get("sobjects/Account/" + id).status()).isEqualTo(404);
    assertThat(sim.get("sobjects/Account/" + id).errorCode()).isEqualTo("ENTITY_IS_DELETED");
    assertThat(sim.patch("sobjects/Account/" + id, "{\"Phone\":\"1\"}").errorCode())
        .isEqualTo("ENTITY_IS_DELETED");
    assertThat(create("\"Partner_Code__c\":\"ALFKI\"")).isNotEqualTo(id);
    assertThat(stored(id).path("IsDeleted").asBoolean()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "GET, sobjects/Account/001gL0000000000QAA",
    "PATCH, sobjects/Account/001gL0000000000QAA",
    "DELETE, sobjects/Account/nonsense",
    "GET, sobjects/Account/Partner_Code__c/NONE",
    "GET, sobjects/Account/Name/Alfreds",
    "GET, sobjects/Nope__c/001gL0000000000QAA",
    "GET, nope",
    "GET, /services/data/vX/limits",
    "GET, /services/data/v99.0/limits",
    "GET, /services/data/v30.0/limits",
    "GET, /elsewhere"
  })
  void what_is_not_there_is_404(String method, String path) {
    SandboxOrg.Answer answer = sim.call(method, path, method.equals("PATCH") ? "{}" : "");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.errorCode()).isEqualTo("NOT_FOUND");
  }

  @Test
  void an_upsert_creates_then_changes() {
    String path = "sobjects/Account/Partner_Code__c/ALFKI";

    SandboxOrg.Answer first = sim.patch(path, "{\"Name\":\"Alfreds\"}");
    SandboxOrg.Answer second = sim.patch(path, "{\"Name\":\"Alfreds F\"}");

    assertThat(first.status()).isEqualTo(201);
    assertThat(first.json().path("created").asBoolean()).isTrue();
    assertThat(second.status()).isEqualTo(200);
    assertThat(second.json().path("created").asBoolean()).isFalse();
    assertThat(stored("ALFKI").path("Name").asText()).isEqualTo("Alfreds F");
  }

  @Test
  void an_upsert_that_names_its_key_or_may_only_update_is_refused() {
    String path = "sobjects/Account/Partner_Code__c/ALFKI";

    assertThat(sim.patch(path, "{\"Name\":\"A\",\"Partner_Code__c\":\"ALFKI\"}").errorCode())
        .isEqualTo("INVALID_FIELD");
    assertThat(sim.patch(path + "?updateOnly=true", "{\"Name\":\"A\"}").status()).isEqualTo(404);
    assertThat(sim.org.records("Account")).isEmpty();
  }

  @Test
  void a_change_under_a_condition_that_no_longer_holds_is_412() {
    String id = sim.partner("ALFKI", "Alfreds");
    String before = "Mon, 02 Mar 2026 07:59:59 GMT";
    String after = "Mon, 02 Mar 2026 08:00:00 GMT";

    assertThat(
            sim.patch("sobjects/Account/" + id, "{\"Phone\":\"1\"}", "If-Unmodified-Since", before)
                .status())
        .isEqualTo(412);
    assertThat(stored(id).path("Phone").isNull()).isTrue();
    assertThat(
            sim.patch("sobjects/Account/" + id, "{\"Phone\":\"1\"}", "If-Unmodified-Since", after)
                .status())
        .isEqualTo(204);
  }

  @Test
  void a_parent_is_set_by_its_external_id_and_taken_away_by_null() {
    String parent = sim.partner("HEAD", "Head office");
    String child = create("\"Parent\":{\"Partner_Code__c\":\"head\"}");

    assertThat(stored(child).path("ParentId").asText()).isEqualTo(parent);
    sim.patch("sobjects/Account/" + child, "{\"ParentId\":null}");
    assertThat(stored(child).path("ParentId").isNull()).isTrue();
  }

  @Test
  void users_can_be_read_and_not_written() {
    assertThat(sim.column("Name", "SELECT Name FROM User ORDER BY Name"))
        .containsExactly("Automated Process", "Dana Specialist", "Partner Hub");
    assertThat(sim.post("sobjects/User", "{\"Name\":\"X\"}").status()).isEqualTo(403);
  }

  @Test
  void describe_tells_types_lengths_and_options() {
    JsonNode fields = sim.get("sobjects/Account/describe").json().path("fields");

    assertThat(field(fields, "Partner_Status__c").path("restrictedPicklist").asBoolean()).isTrue();
    assertThat(field(fields, "Partner_Status__c").path("picklistValues").findValuesAsText("value"))
        .containsExactly("Prospect", "Onboarding", "Active", "Paused", "Terminated", "Removed");
    assertThat(field(fields, "Tracker_Note__c").path("length").asInt()).isEqualTo(4000);
    assertThat(field(fields, "Name").path("nillable").asBoolean()).isFalse();
    assertThat(field(fields, "SystemModstamp").path("updateable").asBoolean()).isFalse();
    assertThat(field(fields, "ParentId").path("referenceTo").path(0).asText()).isEqualTo("Account");
  }

  private static JsonNode field(JsonNode fields, String name) {
    for (JsonNode field : fields) {
      if (field.path("name").asText().equals(name)) {
        return field;
      }
    }
    throw new AssertionError("no field " + name);
  }

  @Test
  void a_method_that_the_resource_does_not_have_is_405() {
    assertThat(sim.call("PUT", "sobjects/Account/" + sim.partner("P", "P"), "").status())
        .isEqualTo(405);
  }

  @Test
  void maps_of_people_and_http_agree() {
    sim.org.create("Account", Map.of("Name", "A", "Partner_Code__c", "A1"));

    assertThat(sim.get("/__sim/record?key=A1").json()).isEqualTo(stored("A1"));
  }
}
