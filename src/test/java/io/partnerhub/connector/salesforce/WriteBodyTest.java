package io.partnerhub.connector.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.model.NativeId;
import io.partnerhub.model.Values;
import io.partnerhub.sync.Write;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WriteBodyTest {

  private static final String COLLECTIONS = "/services/data/v66.0/composite/sobjects";

  private final Mapping mapping = PartnerMapping.mapping();

  private static Write write(
      Write.Action action, String id, Set<String> fields, Map<String, String> values) {
    return new Write(1, action, new NativeId("Account", id), null, fields, Values.of(values));
  }

  private JsonNode body(Write... writes) throws IOException {
    List<WriteGroup.Row> rows = new ArrayList<>();
    for (Write write : writes) {
      rows.add(new WriteGroup.Row(rows.size(), write));
    }
    return new ObjectMapper()
        .readTree(
            new WriteBody(mapping, COLLECTIONS, Map.of())
                .of(WriteGroup.of(rows, object -> WriteGroup.MOST_ROWS)));
  }

  @Test
  void an_update_names_its_record_and_only_the_fields_that_differ() throws IOException {
    JsonNode body =
        body(
            write(
                Write.Action.UPDATE,
                "001000000000001AAA",
                Set.of("city"),
                Map.of("code", "P-1", "city", "Turin")));

    JsonNode part = body.path("compositeRequest").path(0);
    assertThat(part.path("method").asText()).isEqualTo("PATCH");
    assertThat(part.path("url").asText()).isEqualTo(COLLECTIONS);
    assertThat(part.path("body").path("records").path(0))
        .hasToString(
            "{\"attributes\":{\"type\":\"Account\"},\"id\":\"001000000000001AAA\",\"BillingCity\":\"Turin\"}");
  }

  @Test
  void an_add_has_no_id_and_no_key_in_its_address() throws IOException {
    JsonNode part =
        body(write(Write.Action.ADD, null, Set.of("code"), Map.of("code", "P-1")))
            .path("compositeRequest")
            .path(0);

    assertThat(part.path("method").asText()).isEqualTo("POST");
    assertThat(part.path("url").asText()).isEqualTo(COLLECTIONS);
    assertThat(part.path("body").path("records").path(0))
        .hasToString("{\"attributes\":{\"type\":\"Account\"},\"Partner_Code__c\":\"P-1\"}");
  }

  @Test
  void nothing_depends_on_another_record() throws IOException {
    JsonNode body = body(write(Write.Action.ADD, null, Set.of("code"), Map.of("code", "P-1")));

    assertThat(body.path("allOrNone")).hasToString("false");
    assertThat(body.path("compositeRequest").path(0).path("body").path("allOrNone"))
        .hasToString("false");
  }

  @Test
  void each_kind_is_written_as_salesforce_reads_it() throws IOException {
    Map<String, String> values =
        Map.of(
            "credit", "1250.50",
            "onboarded", "2026-02-28",
            "reviewed", "2026-02-28T09:30:00Z",
            "newsletter", "true",
            "programmes", "Affiliate;Reseller");

    JsonNode row =
        body(write(
                Write.Action.UPDATE,
                "001000000000001AAA",
                Set.of("credit", "onboarded", "reviewed", "newsletter", "programmes", "phone"),
                values))
            .path("compositeRequest")
            .path(0)
            .path("body")
            .path("records")
            .path(0);

    assertThat(row.path("Credit_Limit__c").isNumber()).isTrue();
    assertThat(row.path("Credit_Limit__c").decimalValue()).isEqualByComparingTo("1250.5");
    assertThat(row.path("Onboarded_On__c").textValue()).isEqualTo("2026-02-28");
    assertThat(row.path("Last_Review__c").textValue()).isEqualTo("2026-02-28T09:30:00.000Z");
    assertThat(row.path("Newsletter__c")).hasToString("true");
    assertThat(row.path("Programmes__c").textValue()).isEqualTo("Affiliate;Reseller");
    assertThat(row.has("Phone")).isTrue();
    assertThat(row.path("Phone").isNull()).isTrue();
  }

  @Test
  void adds_and_updates_share_a_call_in_groups_of_200() throws IOException {
    List<Write> writes = new ArrayList<>();
    for (int i = 0; i < 250; i++) {
      writes.add(write(Write.Action.ADD, null, Set.of("code"), Map.of("code", "P-" + i)));
      writes.add(
          write(
              Write.Action.UPDATE,
              "001000000000" + (100 + i) + "AAA",
              Set.of("city"),
              Map.of("city", "Turin")));
    }

    JsonNode body = body(writes.toArray(Write[]::new));

    assertThat(body.path("compositeRequest"))
        .extracting(
            part -> part.path("method").asText() + " " + part.path("body").path("records").size())
        .containsExactly("POST 200", "POST 50", "PATCH 200", "PATCH 50");
  }
}
