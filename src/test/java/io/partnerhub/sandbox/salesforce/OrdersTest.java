package io.partnerhub.sandbox.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Orders and activations, and the paths between them and their account. */
class OrdersTest {

  private static final SandboxOrg sim = new SandboxOrg();

  @BeforeEach
  void a_partner_with_an_order() {
    sim.fresh();
    sim.partner("ALFKI", "Alfreds Futterkiste");
    sim.org.create("Order", order("10248", "Draft"));
  }

  @AfterAll
  static void stop() {
    sim.close();
  }

  private static Map<String, Object> order(String number, String status) {
    Map<String, Object> order = new LinkedHashMap<>();
    order.put("Order_Number__c", number);
    order.put("Account", Map.of("Partner_Code__c", "ALFKI"));
    order.put("EffectiveDate", "2026-03-01");
    order.put("Status", status);
    return order;
  }

  @Test
  void a_query_follows_an_activation_to_its_order_and_its_partner() {
    sim.org.create(
        "Activation__c",
        Map.of(
            "Activation_Number__c",
            "A1",
            "Order__r",
            Map.of("Order_Number__c", "10248"),
            "Partner__r",
            Map.of("Partner_Code__c", "alfki"),
            "Status__c",
            "Requested"));

    SandboxOrg.Answer answer =
        sim.query(
            "SELECT Activation_Number__c, Order__r.Order_Number__c, Partner__r.Partner_Code__c,"
                + " Order__r.Account.Name FROM Activation__c"
                + " WHERE Order__r.Account.Partner_Code__c = 'ALFKI' ORDER BY SystemModstamp, Id");

    assertThat(answer.json().at("/records/0/Order__r/Order_Number__c").asText()).isEqualTo("10248");
    assertThat(answer.json().at("/records/0/Partner__r/Partner_Code__c").asText())
        .isEqualTo("ALFKI");
    assertThat(answer.json().at("/records/0/Order__r/Account/Name").asText())
        .isEqualTo("Alfreds Futterkiste");
  }

  @Test
  void orders_are_queried_by_their_word_and_by_their_parent() {
    assertThat(
            sim.column(
                "Order_Number__c",
                "SELECT Order_Number__c FROM Order WHERE Account.Partner_Code__c IN ('ALFKI')"
                    + " ORDER BY SystemModstamp, Id"))
        .containsExactly("10248");
  }

  @Test
  void a_collection_names_each_parent_by_its_external_id() {
    SandboxOrg.Answer answer =
        sim.post(
            "composite/sobjects",
            """
            {"records": [
              {"attributes": {"type": "Order"}, "Order_Number__c": "10249", "EffectiveDate": "2026-03-02",
               "Status": "Draft", "Account": {"Partner_Code__c": "ALFKI"}},
              {"attributes": {"type": "Order"}, "Order_Number__c": "10250", "EffectiveDate": "2026-03-02",
               "Status": "Draft", "Account": {"Partner_Code__c": "NOONE"}}]}
            """);

    assertThat(answer.row(0)).isEqualTo("ok");
    assertThat(answer.row(1)).isEqualTo("INVALID_FIELD");
    assertThat(answer.json().at("/1/errors/0/message").asText()).contains("NOONE not found");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Activated", "Nonsense"})
  void an_order_begins_in_a_status_of_the_category_draft(String status) {
    assertThatThrownBy(() -> sim.org.create("Order", order("10249", status)))
        .hasMessageStartingWith("FAILED_ACTIVATION");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Account", "EffectiveDate", "Status"})
  void an_order_needs_an_account_a_date_and_a_status(String field) {
    Map<String, Object> order = order("10249", "Draft");
    order.remove(field);

    assertThatThrownBy(() -> sim.org.create("Order", order))
        .hasMessageStartingWith("REQUIRED_FIELD_MISSING");
  }

  @Test
  void activating_changes_the_status_alone_and_then_the_account_stays() {
    sim.partner("BERGS", "Berglunds snabbköp");
    assertThatThrownBy(
            () -> sim.org.edit("Order", "10248", Map.of("Status", "Activated", "Units__c", 3)))
        .hasMessageStartingWith("FAILED_ACTIVATION");

    sim.org.edit("Order", "10248", Map.of("Status", "Activated"));

    assertThatThrownBy(
            () ->
                sim.org.edit(
                    "Order", "10248", Map.of("Account", Map.of("Partner_Code__c", "BERGS"))))
        .hasMessageStartingWith("FIELD_INTEGRITY_EXCEPTION");
    sim.org.edit("Order", "10248", Map.of("Notes__c", "still a note"));
  }
}
