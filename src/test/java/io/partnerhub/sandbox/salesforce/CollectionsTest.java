package io.partnerhub.sandbox.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CollectionsTest {

  private static final SandboxOrg sim = new SandboxOrg();
  private static final String NOBODY = "001gL0000000000QAA";

  @BeforeEach
  void begin() {
    sim.fresh();
  }

  @AfterAll
  static void stop() {
    sim.close();
  }

  private static String records(boolean allOrNone, String... fields) {
    return "{\"allOrNone\":"
        + allOrNone
        + ",\"records\":["
        + java.util.Arrays.stream(fields)
            .map(f -> "{\"attributes\":{\"type\":\"Account\"}," + f + "}")
            .collect(Collectors.joining(","))
        + "]}";
  }

  private JsonNode stored(String record) {
    return sim.org.record("Account", record).orElseThrow();
  }

  @Test
  void rows_are_created_each_for_itself_in_the_order_of_the_request() {
    SandboxOrg.Answer answer =
        sim.post(
            "composite/sobjects",
            records(
                false,
                "\"Name\":\"A\",\"Partner_Code__c\":\"A\"",
                "\"Phone\":\"1\"",
                "\"Name\":\"B\",\"Nope__c\":1",
                "\"Name\":\"C\",\"Onboarded_On__c\":\"2026-02-31\"",
                "\"Name\":\"D\",\"Partner_Code__c\":\"a\"",
                "\"Name\":\"E\""));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(IntStream.range(0, 6).mapToObj(answer::row))
        .containsExactly(
            "ok",
            "REQUIRED_FIELD_MISSING",
            "INVALID_FIELD",
            "INVALID_TYPE_ON_FIELD_IN_RECORD",
            "DUPLICATE_VALUE",
            "ok");
    assertThat(answer.json().path(1).toString())
        .isEqualTo(
            "{\"success\":false,\"errors\":[{\"statusCode\":\"REQUIRED_FIELD_MISSING\","
                + "\"message\":\"Required fields are missing: [Name]\",\"fields\":[\"Name\"]}]}");
    assertThat(sim.org.records("Account")).hasSize(2);
  }

  @Test
  void all_or_none_takes_the_good_rows_back() {
    SandboxOrg.Answer answer =
        sim.post(
            "composite/sobjects",
            records(true, "\"Name\":\"A\",\"Partner_Code__c\":\"A\"", "\"Phone\":\"1\""));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.row(0)).isEqualTo("ALL_OR_NONE_OPERATION_ROLLED_BACK");
    assertThat(answer.row(1)).isEqualTo("REQUIRED_FIELD_MISSING");
    assertThat(sim.org.records("Account")).isEmpty();
    assertThat(sim.partner("A", "free again")).isNotEmpty();
  }

  @Test
  void rows_are_changed_by_id_and_fail_for_their_own_reasons() {
    String good = sim.partner("A", "A");
    String gone = sim.partner("B", "B");
    sim.org.delete("Account", gone);

    SandboxOrg.Answer answer =
        sim.patch(
            "composite/sobjects",
            records(
                false,
                "\"id\":\"" + good + "\",\"Phone\":\"1\"",
                "\"Id\":\"" + gone + "\",\"Phone\":\"1\"",
                "\"id\":\"" + NOBODY + "\",\"Phone\":\"1\"",
                "\"id\":\"x\",\"Phone\":\"1\"",
                "\"Phone\":\"1\""));

    assertThat(IntStream.range(0, 5).mapToObj(answer::row))
        .containsExactly(
            "ok",
            "ENTITY_IS_DELETED",
            "INVALID_CROSS_REFERENCE_KEY",
            "MALFORMED_ID",
            "MISSING_ARGUMENT");
    assertThat(answer.json().path(0).path("id").asText()).isEqualTo(good);
    assertThat(stored(good).path("Phone").asText()).isEqualTo("1");
  }

  @Test
  void one_id_is_changed_at_most_twelve_times_in_a_call() {
    String id = sim.partner("A", "A");
    String[] rows =
        IntStream.range(0, 14)
            .mapToObj(i -> "\"id\":\"" + id + "\",\"Phone\":\"" + i + "\"")
            .toArray(String[]::new);

    SandboxOrg.Answer answer = sim.patch("composite/sobjects", records(false, rows));

    assertThat(answer.row(11)).isEqualTo("ok");
    assertThat(answer.row(12)).isEqualTo("DUPLICATE_VALUE");
    assertThat(stored(id).path("Phone").asText()).isEqualTo("11");
  }

  @Test
  void rows_are_upserted_and_a_key_named_twice_fails_in_each_of_its_rows() {
    String id = sim.partner("OLD", "Old");

    SandboxOrg.Answer answer =
        sim.patch(
            "composite/sobjects/Account/Partner_Code__c",
            records(
                false,
                "\"Partner_Code__c\":\"old\",\"Name\":\"Older\"",
                "\"Partner_Code__c\":\"NEW\",\"Name\":\"New\"",
                "\"Partner_Code__c\":\"TWICE\",\"Name\":\"1\"",
                "\"Partner_Code__c\":\"twice\",\"Name\":\"2\"",
                "\"Name\":\"no key\""));

    assertThat(IntStream.range(0, 5).mapToObj(answer::row))
        .containsExactly("ok", "ok", "DUPLICATE_VALUE", "DUPLICATE_VALUE", "MISSING_ARGUMENT");
    assertThat(answer.json().path(0).path("created").asBoolean()).isFalse();
    assertThat(answer.json().path(1).path("created").asBoolean()).isTrue();
    assertThat(stored(id).path("Name").asText()).isEqualTo("Older");
    assertThat(stored(id).path("Partner_Code__c").asText()).isEqualTo("OLD");
    assertThat(sim.org.records("Account")).hasSize(2);
  }

  @Test
  void rows_are_deleted_by_a_list_of_ids() {
    String id = sim.partner("A", "A");

    SandboxOrg.Answer answer =
        sim.delete("composite/sobjects?ids=" + id + "," + NOBODY + ",x&allOrNone=false");

    assertThat(IntStream.range(0, 3).mapToObj(answer::row))
        .containsExactly("ok", "INVALID_CROSS_REFERENCE_KEY", "MALFORMED_ID");
    assertThat(stored(id).path("IsDeleted").asBoolean()).isTrue();
  }

  @Test
  void a_retrieve_answers_in_order_with_null_for_what_cannot_be_seen() {
    String first = sim.partner("A", "A");
    String gone = sim.partner("B", "B");
    sim.org.delete("Account", gone);

    SandboxOrg.Answer answer =
        sim.post(
            "composite/sobjects/Account",
            "{\"ids\":[\"%s\",\"x\",\"%s\",\"%s\"],\"fields\":[\"Name\",\"Phone\"]}"
                .formatted(gone, NOBODY, first));

    assertThat(answer.json()).hasSize(4);
    assertThat(answer.json().path(0).isNull()).isTrue();
    assertThat(answer.json().path(1).isNull()).isTrue();
    assertThat(answer.json().path(2).isNull()).isTrue();
    assertThat(answer.json().path(3).path("Name").asText()).isEqualTo("A");
    assertThat(answer.json().path(3).path("Phone").isNull()).isTrue();
    assertThat(answer.json().path(3).path("Id").asText()).isEqualTo(first);
  }

  @Test
  void a_retrieve_needs_fields_that_exist_and_takes_2000_ids() {
    String ids =
        IntStream.range(0, 2_001)
            .mapToObj(i -> "\"" + NOBODY + "\"")
            .collect(Collectors.joining(","));
    String path = "composite/sobjects/Account";

    assertThat(sim.post(path, "{\"ids\":[\"" + NOBODY + "\"]}").errorCode())
        .isEqualTo("MISSING_ARGUMENT");
    assertThat(sim.post(path, "{\"ids\":[\"" + NOBODY + "\"],\"fields\":[\"Nope\"]}").errorCode())
        .isEqualTo("INVALID_FIELD");
    assertThat(sim.post(path, "{\"ids\":[" + ids + "],\"fields\":[\"Name\"]}").errorCode())
        .isEqualTo("EXCEEDED_ID_LIMIT");
    assertThat(
            sim.post(
                    path,
                    "{\"ids\":["
                        + ids.substring(0, ids.lastIndexOf(','))
                        + "],\"fields\":[\"Name\"]}")
                .json())
        .hasSize(2_000);
  }

  @Test
  void a_collection_takes_200_records_that_name_their_type() {
    String[] rows =
        IntStream.range(0, 201).mapToObj(i -> "\"Name\":\"" + i + "\"").toArray(String[]::new);

    assertThat(sim.post("composite/sobjects", records(false, rows)).errorCode())
        .isEqualTo("EXCEEDED_ID_LIMIT");
    assertThat(sim.post("composite/sobjects", "{\"records\":[{\"Name\":\"A\"}]}").errorCode())
        .isEqualTo("INVALID_INPUT");
    assertThat(sim.post("composite/sobjects", "{\"records\":[]}").errorCode())
        .isEqualTo("INVALID_INPUT");
    assertThat(sim.org.records("Account")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PATCH"})
  void types_that_alternate_make_at_most_ten_chunks(String method) {
    SandboxOrg.Answer ten = sim.call(method, "composite/sobjects", chunks(10));
    SandboxOrg.Answer eleven = sim.call(method, "composite/sobjects", chunks(11));

    assertThat(ten.status()).isEqualTo(200);
    assertThat(eleven.status()).isEqualTo(400);
    assertThat(eleven.json().path(0).path("message").asText())
        .startsWith("Cannot have more than 10 chunks in a single operation.");
  }

  /** Two records of each type before the next one. */
  private static String chunks(int number) {
    return IntStream.range(0, 2 * number)
        .mapToObj(i -> i / 2 % 2 == 0 ? "Account" : "Task")
        .map(type -> "{\"attributes\":{\"type\":\"" + type + "\"}}")
        .collect(Collectors.joining(",", "{\"records\":[", "]}"));
  }
}
