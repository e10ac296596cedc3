package io.partnerhub.sandbox.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SoqlQueryTest {

  private static final SandboxOrg sim = new SandboxOrg();
  private String parent;

  @BeforeEach
  void three_partners() {
    sim.fresh();
    parent =
        sim.org.create(
            "Account",
            Map.of(
                "Name", "Alfreds Futterkiste",
                "Partner_Code__c", "ALFKI",
                "Credit_Limit__c", 300,
                "Onboarded_On__c", "2024-02-29",
                "Newsletter__c", true,
                "Partner_Status__c", "Prospect"));
    sim.clock.advance(Duration.ofSeconds(10));
    sim.org.create(
        "Account",
        Map.of(
            "Name", "berglunds snabbköp",
            "Partner_Code__c", "BERGS",
            "Credit_Limit__c", 25_000_000.5,
            "Last_Review__c", "2026-01-01T12:00:00Z",
            "ParentId", parent,
            "Partner_Status__c", "Active"));
    sim.clock.advance(Duration.ofSeconds(10));
    sim.org.create("Account", Map.of("Name", "O'Hara 100%", "Partner_Code__c", "OHARA"));
  }

  @AfterAll
  static void stop() {
    sim.close();
  }

  private List<String> codes(String where) {
    return sim.column(
        "Partner_Code__c",
        "SELECT Partner_Code__c FROM Account WHERE " + where + " ORDER BY Partner_Code__c");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Name = 'ALFREDS futterkiste' | ALFKI",
        "Name != 'alfreds futterkiste' | BERGS OHARA",
        "Name = 'O\\'Hara 100%' | OHARA",
        "Name LIKE '%100\\%' | OHARA",
        "Name LIKE 'b_rg%' | BERGS",
        "Name LIKE '%ALF%' | ALFKI",
        "Name LIKE '%f%k%e' | ALFKI",
        "Name LIKE '%BB__P' | BERGS",
        "Name LIKE '%\\_%' | ",
        "Name LIKE 'alfreds' | ",
        "Name > 'b' | BERGS OHARA",
        "Credit_Limit__c = 300.00 | ALFKI",
        "Credit_Limit__c > 300 | BERGS",
        "Credit_Limit__c <= 300 | ALFKI",
        "Credit_Limit__c = null | OHARA",
        "Credit_Limit__c != 300 | BERGS OHARA",
        "Credit_Limit__c NOT IN (300) | BERGS OHARA",
        "Newsletter__c = true | ALFKI",
        "Newsletter__c != true | BERGS OHARA",
        "Onboarded_On__c = 2024-02-29 | ALFKI",
        "Onboarded_On__c < 2024-03-01 | ALFKI",
        "Last_Review__c = 2026-01-01T13:00:00+01:00 | BERGS",
        "Last_Review__c >= 2026-01-01T12:00:00.999Z | BERGS",
        "SystemModstamp >= 2026-03-02T08:00:10Z | BERGS OHARA",
        "SystemModstamp > 2026-03-02T08:00:10Z | OHARA",
        "SystemModstamp = 2026-03-02T08:00:10.000+0000 | BERGS",
        "SystemModstamp >= 2026-03-02T08:00:00Z AND SystemModstamp < 2026-03-02T08:00:20Z | ALFKI BERGS",
        "Partner_Code__c IN ('alfki', 'OHARA', 'none') | ALFKI OHARA",
        "Partner_Code__c = 'bergs' | BERGS",
        "Partner_Code__c NOT IN ('ALFKI') | BERGS OHARA",
        "Parent.Partner_Code__c = 'ALFKI' | BERGS",
        "Parent.Owner.Name LIKE 'Dana%' | BERGS",
        "Parent.Name = null | ALFKI OHARA",
        "NOT Name LIKE 'A%' | BERGS OHARA",
        "(Name LIKE 'A%' OR Name LIKE 'O%') AND Credit_Limit__c = null | OHARA",
        "Name LIKE 'A%' OR (Name LIKE 'O%' AND Credit_Limit__c = null) | ALFKI OHARA",
        "(NOT Name LIKE 'A%') AND Credit_Limit__c != null | BERGS",
        "Phone = '' | ALFKI BERGS OHARA",
      })
  void a_filter_finds_its_rows(String where, String codes) {
    assertThat(codes(where)).containsExactly(codes == null ? new String[0] : codes.split(" "));
  }

  @Test
  @Timeout(20)
  void a_pattern_of_many_wildcards_is_answered_at_once() {
    sim.partner("LONG", "a".repeat(250));

    assertThat(codes("Name LIKE '" + "%a".repeat(20) + "b'")).isEmpty();
    assertThat(codes("Name LIKE '" + "%a".repeat(20) + "'")).containsExactly("LONG");
  }

  @Test
  void an_id_filter_takes_both_lengths() {
    assertThat(codes("Id = '" + parent + "'")).containsExactly("ALFKI");
    assertThat(codes("Id IN ('" + parent.substring(0, 15) + "')")).containsExactly("ALFKI");
    assertThat(codes("ParentId = '" + parent + "'")).containsExactly("BERGS");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SELECT Id FROM Account WHERE Name = 'a' AND Name = 'b' OR Name = 'c' | MALFORMED_QUERY",
        "SELECT Id FROM Account WHERE Name = 'a' AND NOT Name = 'b' | MALFORMED_QUERY",
        "SELECT Id FROM Account WHERE Name = 'a | MALFORMED_QUERY",
        "SELECT Id FROM Account WHERE Name = 'a\\x' | MALFORMED_QUERY",
        "SELECT * FROM Account | MALFORMED_QUERY",
        "SELECT Id FROM Account LIMIT -1 | MALFORMED_QUERY",
        "SELECT Id FROM Account WHERE SystemModstamp > 2026-03-02T08:00:00 00:00 | MALFORMED_QUERY",
        "SELECT Id FROM Account WHERE SystemModstamp > 2026-02-30T08:00:00Z | MALFORMED_QUERY",
        "SELECT Id FROM Account GROUP BY Name | MALFORMED_QUERY",
        "SELECT Id, Nope__c FROM Account | INVALID_FIELD",
        "SELECT Id, Nope__r.Name FROM Account | INVALID_FIELD",
        "SELECT Id, Id FROM Account | INVALID_FIELD",
        "SELECT Id FROM Account WHERE Nope__c = 1 | INVALID_FIELD",
        "SELECT Id FROM Account ORDER BY Nope__c | INVALID_FIELD",
        "SELECT Id FROM Account WHERE Name = 1 | INVALID_FIELD",
        "SELECT Id FROM Account WHERE Credit_Limit__c = '1' | INVALID_FIELD",
        "SELECT Id FROM Account WHERE SystemModstamp > '2026-03-02T08:00:00Z' | INVALID_FIELD",
        "SELECT Id FROM Account WHERE SystemModstamp > 2026-03-02 | INVALID_FIELD",
        "SELECT Id FROM Account WHERE Notes__c = 'x' | INVALID_FIELD",
        "SELECT Id FROM Account ORDER BY Description | INVALID_FIELD",
        "SELECT Id FROM Nope__c | INVALID_TYPE",
        "SELECT Id FROM Account WHERE Id = 'x' | INVALID_QUERY_FILTER_OPERATOR",
        "SELECT Id FROM Account WHERE Id LIKE '001%' | INVALID_QUERY_FILTER_OPERATOR",
        "SELECT Id FROM Account WHERE Newsletter__c > true | INVALID_QUERY_FILTER_OPERATOR",
      })
  void a_faulty_query_is_400_with_its_code(String soql, String code) {
    SandboxOrg.Answer answer = sim.query(soql);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.errorCode()).isEqualTo(code);
  }

  @Test
  void deep_nesting_is_malformed_and_does_no_harm() {
    String soql =
        "SELECT Id FROM Account WHERE " + "(".repeat(2_000) + "Name = 'a'" + ")".repeat(2_000);

    assertThat(sim.query(soql).errorCode()).isEqualTo("MALFORMED_QUERY");
  }

  @ParameterizedTest
  @ValueSource(strings = {"?q=", ""})
  void a_missing_query_is_malformed(String parameters) {
    assertThat(sim.get("query" + parameters).errorCode()).isEqualTo("MALFORMED_QUERY");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Name | ALFKI BERGS OHARA",
        "Name DESC | OHARA BERGS ALFKI",
        "Credit_Limit__c | OHARA ALFKI BERGS",
        "Credit_Limit__c NULLS LAST | ALFKI BERGS OHARA",
        "Credit_Limit__c DESC | OHARA BERGS ALFKI",
        "Credit_Limit__c DESC NULLS LAST | BERGS ALFKI OHARA",
        "Partner_Status__c DESC NULLS LAST | BERGS ALFKI OHARA",
        "Newsletter__c, Name DESC | OHARA BERGS ALFKI",
        "Parent.Name DESC NULLS LAST, SystemModstamp DESC, Id | BERGS OHARA ALFKI",
      })
  void rows_come_in_the_order_asked_for(String order, String codes) {
    assertThat(
            sim.column("Partner_Code__c", "SELECT Partner_Code__c FROM Account ORDER BY " + order))
        .containsExactly(codes.split(" "));
  }

  @Test
  void an_open_order_is_the_same_each_time_and_not_that_of_insertion() {
    IntStream.range(0, 50).forEach(i -> sim.partner("P" + i, "Partner"));
    String soql = "SELECT Partner_Code__c FROM Account WHERE Name = 'Partner'";

    List<String> first = sim.column("Partner_Code__c", soql);

    assertThat(sim.column("Partner_Code__c", soql)).isEqualTo(first);
    assertThat(first).hasSize(50);
    assertThat(first).isNotEqualTo(IntStream.range(0, 50).mapToObj(i -> "P" + i).toList());
  }

  @Test
  void a_limit_cuts_the_rows_and_the_total() {
    SandboxOrg.Answer answer =
        sim.query(
            "SELECT Name FROM Account WHERE SystemModstamp >= 2026-01-01T00:00:00Z"
                + " ORDER BY SystemModstamp, Id LIMIT 2");

    assertThat(answer.json().path("totalSize").asInt()).isEqualTo(2);
    assertThat(answer.json().path("records").findValuesAsText("Name"))
        .containsExactly("Alfreds Futterkiste", "berglunds snabbköp");
  }

  @Test
  void a_count_has_a_total_and_no_rows() {
    SandboxOrg.Answer answer =
        sim.query("SELECT COUNT() FROM Account WHERE Credit_Limit__c != null");

    assertThat(answer.json().toString())
        .isEqualTo("{\"totalSize\":2,\"done\":true,\"records\":[]}");
  }

  @Test
  void a_row_shows_what_was_selected_with_its_address_and_nulls() {
    SandboxOrg.Answer answer =
        sim.query(
            "SELECT Id, Phone, Credit_Limit__c, SystemModstamp, Newsletter__c, Onboarded_On__c,"
                + " Parent.Name, Parent.Owner.Email FROM Account WHERE Partner_Code__c = 'ALFKI'");

    assertThat(answer.json().path("records").path(0).toString())
        .isEqualTo(
            "{\"attributes\":{\"type\":\"Account\",\"url\":\"/services/data/v60.0/sobjects/Account/"
                + parent
                + "\"},\"Id\":\""
                + parent
                + "\",\"Phone\":null,\"Credit_Limit__c\":300.0,"
                + "\"SystemModstamp\":\"2026-03-02T08:00:00.000+0000\",\"Newsletter__c\":true,"
                + "\"Onboarded_On__c\":\"2024-02-29\",\"Parent\":null}");
  }

  @Test
  void a_large_number_comes_in_exponent_form() {
    assertThat(
            sim.query("SELECT Credit_Limit__c FROM Account WHERE Partner_Code__c = 'BERGS'")
                .http()
                .body())
        .contains("\"Credit_Limit__c\":2.50000005E7");
  }

  @Test
  void pages_follow_each_other_and_show_the_moment_of_the_query() {
    sim.org.pageSize(2);
    SandboxOrg.Answer first =
        sim.query("SELECT Partner_Code__c, Name FROM Account ORDER BY Partner_Code__c");
    sim.org.edit("Account", "OHARA", Map.of("Name", "Changed"));

    SandboxOrg.Answer second = sim.get(first.json().path("nextRecordsUrl").asText());

    assertThat(first.json().path("done").asBoolean()).isFalse();
    assertThat(first.json().path("totalSize").asInt()).isEqualTo(3);
    assertThat(first.json().path("records")).hasSize(2);
    assertThat(second.json().path("done").asBoolean()).isTrue();
    assertThat(second.json().has("nextRecordsUrl")).isFalse();
    assertThat(second.json().path("records").findValuesAsText("Name"))
        .containsExactly("O'Hara 100%");
  }

  @Test
  void a_batch_size_is_kept_between_200_and_2000() {
    IntStream.range(0, 210).forEach(i -> sim.partner("P" + i, "Partner"));
    String path = "query?q=SELECT+Id+FROM+Account";

    assertThat(sim.get(path, "Sforce-Query-Options", "batchSize=10").json().path("records"))
        .hasSize(200);
    assertThat(sim.get(path, "Sforce-Query-Options", "batchSize=9000").json().path("records"))
        .hasSize(213);
  }

  @Test
  void the_oldest_of_eleven_cursors_is_gone() {
    sim.org.pageSize(1);
    String oldest = sim.query("SELECT Id FROM Account").json().path("nextRecordsUrl").asText();
    IntStream.range(0, 10).forEach(i -> sim.query("SELECT Id FROM Account"));

    assertThat(sim.get(oldest).errorCode()).isEqualTo("INVALID_QUERY_LOCATOR");
  }

  @Test
  void deleted_rows_are_seen_by_queryAll_only() {
    sim.org.delete("Account", "OHARA");
    String soql = "SELECT+Partner_Code__c+FROM+Account+WHERE+IsDeleted=true";

    assertThat(sim.get("query?q=" + soql).json().path("records")).isEmpty();
    assertThat(
            sim.get("queryAll?q=" + soql)
                .json()
                .path("records")
                .findValuesAsText("Partner_Code__c"))
        .containsExactly("OHARA");
    assertThat(
            sim.get("queryAll?q=SELECT+Id+FROM+Account+WHERE+Partner_Code__c='OHARA'")
                .json()
                .path("totalSize")
                .asInt())
        .isEqualTo(1);
  }

  @Test
  void a_uri_over_16384_bytes_is_414() {
    String name = "x".repeat(17_000);

    assertThat(sim.query("SELECT Id FROM Account WHERE Name = '" + name + "'").status())
        .isEqualTo(414);
  }
}
