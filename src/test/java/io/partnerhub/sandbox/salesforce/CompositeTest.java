package io.partnerhub.sandbox.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnerhub.sandbox.sim.Operation;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompositeTest {

  private static final SandboxOrg sim = new SandboxOrg();

  @BeforeEach
  void begin() {
    sim.fresh();
  }

  @AfterAll
  static void stop() {
    sim.close();
  }

  private static String sub(String id, String method, String path, String body) {
    return "{\"method\":\"%s\",\"url\":\"/services/data/v60.0/%s\",\"referenceId\":\"%s\"%s}"
        .formatted(method, path, id, body.isEmpty() ? "" : ",\"body\":" + body);
  }

  private static String row(String fields) {
    return "{\"records\":[{\"attributes\":{\"type\":\"Account\"}," + fields + "}]}";
  }

  private SandboxOrg.Answer composite(boolean allOrNone, String... subs) {
    return sim.post(
        "composite",
        "{\"allOrNone\":%s,\"compositeRequest\":[%s]}"
            .formatted(allOrNone, String.join(",", subs)));
  }

  private static JsonNode part(SandboxOrg.Answer answer, int at) {
    return answer.json().path("compositeResponse").path(at);
  }

  @Test
  void five_collections_are_one_call_and_answer_each_for_itself() {
    String[] subs =
        IntStream.range(0, 5)
            .mapToObj(
                i -> sub("c" + i, "POST", "composite/sobjects", row("\"Name\":\"" + i + "\"")))
            .toArray(String[]::new);

    SandboxOrg.Answer answer = composite(false, subs);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(part(answer, 4).path("referenceId").asText()).isEqualTo("c4");
    assertThat(part(answer, 4).path("httpStatusCode").asInt()).isEqualTo(200);
    assertThat(part(answer, 4).path("body").path(0).path("success").asBoolean()).isTrue();
    assertThat(answer.http().headers().firstValue("Sforce-Limit-Info"))
        .contains("api-usage=1/100000");
    assertThat(sim.org.records("Account")).hasSize(5);
    assertThat(sim.server.counters().snapshot().of("POST composite")).isEqualTo(1);
  }

  @Test
  void without_all_or_none_a_failure_stays_alone() {
    SandboxOrg.Answer answer =
        composite(
            false,
            sub("bad", "POST", "sobjects/Account", "{\"Phone\":\"1\"}"),
            sub("good", "POST", "sobjects/Account", "{\"Name\":\"A\"}"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(part(answer, 0).path("httpStatusCode").asInt()).isEqualTo(400);
    assertThat(part(answer, 0).path("body").path(0).path("errorCode").asText())
        .isEqualTo("REQUIRED_FIELD_MISSING");
    assertThat(part(answer, 1).path("httpStatusCode").asInt()).isEqualTo(201);
  }

  @Test
  void all_or_none_takes_everything_back_and_a_collection_still_shows_its_rows() {
    SandboxOrg.Answer answer =
        composite(
            true,
            sub("one", "POST", "sobjects/Account", "{\"Name\":\"A\"}"),
            sub("rows", "POST", "composite/sobjects", row("\"Name\":\"B\"")),
            sub("bad", "POST", "sobjects/Account", "{\"Phone\":\"1\"}"),
            sub("late", "POST", "sobjects/Account", "{\"Name\":\"C\"}"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(part(answer, 0).path("body").path(0).path("errorCode").asText())
        .isEqualTo("PROCESSING_HALTED");
    assertThat(part(answer, 1).path("httpStatusCode").asInt()).isEqualTo(400);
    assertThat(part(answer, 1).path("body").path(0).path("success").asBoolean()).isTrue();
    assertThat(part(answer, 2).path("body").path(0).path("errorCode").asText())
        .isEqualTo("REQUIRED_FIELD_MISSING");
    assertThat(part(answer, 3).path("body").path(0).path("errorCode").asText())
        .isEqualTo("PROCESSING_HALTED");
    assertThat(sim.org.records("Account")).isEmpty();
  }

  @Test
  void all_or_none_reaches_into_a_collection_whatever_the_collection_says() {
    String rows =
        "{\"allOrNone\":false,\"records\":[{\"attributes\":{\"type\":\"Account\"},\"Name\":\"B\"},"
            + "{\"attributes\":{\"type\":\"Account\"},\"Phone\":\"1\"}]}";

    SandboxOrg.Answer answer =
        composite(
            true,
            sub("one", "POST", "sobjects/Account", "{\"Name\":\"A\"}"),
            sub("rows", "POST", "composite/sobjects", rows),
            sub("late", "POST", "sobjects/Account", "{\"Name\":\"C\"}"));

    assertThat(IntStream.range(0, 3).map(i -> part(answer, i).path("httpStatusCode").asInt()))
        .containsExactly(400, 400, 400);
    assertThat(part(answer, 0).path("body").path(0).path("errorCode").asText())
        .isEqualTo("PROCESSING_HALTED");
    assertThat(part(answer, 1).path("body").findValuesAsText("statusCode"))
        .containsExactly("ALL_OR_NONE_OPERATION_ROLLED_BACK", "REQUIRED_FIELD_MISSING");
    assertThat(sim.org.records("Account")).isEmpty();
  }

  @Test
  void all_or_none_overrides_what_a_collections_address_says() {
    String id = sim.partner("ALFKI", "Alfreds");
    String ids = "composite/sobjects?ids=" + id + ",001gL0000000000QAA&allOrNone=false";

    SandboxOrg.Answer together = composite(true, sub("gone", "DELETE", ids, ""));
    boolean deleted = sim.org.record("Account", id).orElseThrow().path("IsDeleted").asBoolean();
    SandboxOrg.Answer alone = composite(false, sub("gone", "DELETE", ids, ""));

    assertThat(part(together, 0).path("httpStatusCode").asInt()).isEqualTo(400);
    assertThat(deleted).isFalse();
    assertThat(part(alone, 0).path("httpStatusCode").asInt()).isEqualTo(200);
    assertThat(sim.org.count("Account")).isZero();
  }

  @Test
  void a_later_call_may_use_an_earlier_answer() {
    SandboxOrg.Answer answer =
        composite(
            false,
            sub("head", "POST", "sobjects/Account", "{\"Name\":\"Head\"}"),
            sub(
                "child",
                "POST",
                "sobjects/Account",
                "{\"Name\":\"Child\",\"ParentId\":\"@{head.id}\"}"),
            sub("read", "GET", "sobjects/Account/@{child.id}?fields=ParentId", ""),
            sub("lost", "GET", "sobjects/Account/@{none.id}", ""));

    assertThat(part(answer, 2).path("body").path("ParentId"))
        .isEqualTo(part(answer, 0).path("body").path("id"));
    assertThat(part(answer, 3).path("body").path(0).path("errorCode").asText())
        .isEqualTo("PROCESSING_HALTED");
  }

  @Test
  void a_value_with_quotes_reaches_a_later_call_as_it_is() {
    String id = sim.partner("ALFKI", "A \"B\" \\C");

    SandboxOrg.Answer answer =
        composite(
            false,
            sub("a", "GET", "sobjects/Account/" + id + "?fields=Name", ""),
            sub("child", "POST", "sobjects/Account", "{\"Name\":\"of @{a.Name}\"}"));

    assertThat(part(answer, 1).path("httpStatusCode").asInt()).isEqualTo(201);
    assertThat(sim.column("Name", "SELECT Name FROM Account WHERE Partner_Code__c = null"))
        .containsExactly("of A \"B\" \\C");
  }

  @Test
  void a_query_in_a_composite_is_decoded_like_any_other() {
    sim.partner("ALFKI", "Alfreds");

    SandboxOrg.Answer answer =
        composite(
            false,
            sub("q", "GET", "query?q=SELECT+Name+FROM+Account+WHERE+Partner_Code__c='ALFKI'", ""));

    assertThat(part(answer, 0).path("body").path("records").path(0).path("Name").asText())
        .isEqualTo("Alfreds");
  }

  @Test
  void a_call_that_breaks_off_leaves_nothing_for_the_next_one_to_commit() {
    Trigger broken = new Trigger("Fax", new Trigger.Rewrite.Append(null), Optional.empty());
    sim.org.addTrigger(broken);

    SandboxOrg.Answer answer =
        composite(
            false,
            sub("good", "POST", "sobjects/Account", "{\"Name\":\"A\"}"),
            sub("broken", "POST", "sobjects/Account", "{\"Name\":\"B\",\"Fax\":\"1\"}"));
    sim.get("limits");

    assertThat(answer.status()).isEqualTo(500);
    assertThat(sim.org.records("Account")).isEmpty();
  }

  @Test
  void more_than_25_calls_or_5_queries_and_collections_are_refused_as_a_whole() {
    String create = "{\"Name\":\"A\"}";
    String[] tooMany =
        IntStream.range(0, 26)
            .mapToObj(i -> sub("r" + i, "POST", "sobjects/Account", create))
            .toArray(String[]::new);
    String[] queries =
        IntStream.range(0, 6)
            .mapToObj(
                i ->
                    i % 2 == 0
                        ? sub("q" + i, "GET", "query?q=SELECT+Id+FROM+Account", "")
                        : sub("q" + i, "POST", "composite/sobjects", row("\"Name\":\"B\"")))
            .toArray(String[]::new);

    assertThat(composite(false, tooMany).status()).isEqualTo(400);
    assertThat(composite(false, queries).status()).isEqualTo(400);
    assertThat(
            composite(false, sub("a", "GET", "limits", ""), sub("a", "GET", "limits", "")).status())
        .isEqualTo(400);
    assertThat(sim.org.records("Account")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"_a", "a-b", "a.b", "é", ""})
  void a_reference_id_holds_letters_numbers_and_underscores(String id) {
    SandboxOrg.Answer answer =
        composite(
            false,
            sub("1_fine", "POST", "sobjects/Account", "{\"Name\":\"A\"}"),
            sub(id, "POST", "sobjects/Account", "{\"Name\":\"B\"}"));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.errorCode()).isEqualTo("JSON_PARSER_ERROR");
    assertThat(answer.json().path(0).path("message").asText())
        .startsWith("Provided referenceId ('" + id + "') must start with a letter or a number");
    assertThat(sim.org.records("Account")).isEmpty();
  }

  @Test
  void a_composite_of_reads_counts_as_a_read_and_any_other_as_a_write() {
    String retrieve = "{\"ids\":[\"001gL0000000000QAA\"],\"fields\":[\"Name\"]}";
    composite(
        false,
        sub("r", "POST", "composite/sobjects/Account", retrieve),
        sub("q", "GET", "query?q=SELECT+Id+FROM+Account", ""));

    assertThat(sim.server.counters().snapshot().of(Operation.READ)).isEqualTo(1);
    assertThat(sim.server.counters().snapshot().of(Operation.WRITE)).isZero();

    composite(false, sub("w", "POST", "composite/sobjects", row("\"Name\":\"B\"")));
    composite(false, sub("w", "DELETE", "sobjects/Account/001gL0000000000QAA", ""));

    assertThat(sim.server.counters().snapshot().of(Operation.WRITE)).isEqualTo(2);
  }

  @Test
  void a_composite_takes_a_thousand_records() {
    String records =
        IntStream.range(0, 200)
            .mapToObj(i -> "{\"attributes\":{\"type\":\"Account\"},\"Name\":\"" + i + "\"}")
            .collect(Collectors.joining(",", "{\"records\":[", "]}"));
    String[] subs =
        IntStream.range(0, 5)
            .mapToObj(i -> sub("c" + i, "POST", "composite/sobjects", records))
            .toArray(String[]::new);

    composite(false, subs);

    assertThat(sim.org.records("Account")).hasSize(1_000);
  }
}
