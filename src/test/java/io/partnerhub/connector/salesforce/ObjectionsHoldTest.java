package io.partnerhub.connector.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.mapping.Objections;
import io.partnerhub.sync.Outcome;
import io.partnerhub.sync.Write;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * What the org's description says against a write, and what the org then says to the write itself.
 */
class ObjectionsHoldTest {

  private static SimulatedOrg salesforce;
  private static int next;

  /** How an administrator set the fields, and what would be written. */
  record Case(
      int phoneLength,
      boolean phoneRequired,
      boolean cityWritable,
      boolean statusRestricted,
      List<String> statusOptions,
      int creditDigits,
      Map<String, String> values) {}

  @BeforeContainer
  static void start() {
    salesforce = new SimulatedOrg();
  }

  @AfterContainer
  static void stop() {
    salesforce.close();
  }

  @Property(tries = 150)
  void a_write_is_refused_for_what_is_described_exactly_when_the_description_objects(
      @ForAll("cases") Case one, @ForAll boolean add) {
    String id = set(one);
    Map<String, String> sent = new HashMap<>(one.values());
    sent.put("name", "Some Name");
    if (add) {
      sent.put("code", "N-" + next++);
      sent.values().removeIf(v -> v == null);
    }
    Write write = add ? SimulatedOrg.add(sent) : SimulatedOrg.update(id, sent);

    List<String> objections =
        Objections.against(
            salesforce.mapping,
            salesforce.connector().metadata(salesforce.mapping).get(0),
            add,
            write.fields(),
            write.values());
    Outcome outcome = salesforce.write(write);

    if (objections.isEmpty()) {
      assertThat(outcome).isInstanceOf(Outcome.Written.class);
    } else {
      assertThat(outcome).as("%s", objections).isInstanceOf(Outcome.Rejected.class);
      assertThat(salesforce.connector().describes(((Outcome.Rejected) outcome).reason())).isTrue();
    }
  }

  /** The account that is to be changed, made before the administrator came. */
  private static String set(Case one) {
    salesforce.org().changeField("Account", "Phone", Map.of("length", 40, "required", false));
    String code = "K-" + next++;
    String id =
        salesforce
            .org()
            .create("Account", Map.of("Name", code, "Partner_Code__c", code, "Phone", "030 1"));
    salesforce
        .org()
        .changeField(
            "Account",
            "Phone",
            Map.of("length", one.phoneLength(), "required", one.phoneRequired()));
    salesforce.org().changeField("Account", "BillingCity", Map.of("writable", one.cityWritable()));
    salesforce
        .org()
        .changeField(
            "Account",
            "Partner_Status__c",
            Map.of("restricted", one.statusRestricted(), "options", one.statusOptions()));
    salesforce
        .org()
        .changeField("Account", "Credit_Limit__c", Map.of("precision", one.creditDigits() + 2));
    return id;
  }

  @Provide
  Arbitrary<Case> cases() {
    Arbitrary<Map<String, String>> values =
        Combinators.combine(
                Arbitraries.of("+49301234", "+4930123456789", "").injectNull(0.2),
                Arbitraries.of("Leeds", "Bath").injectNull(0.3),
                Arbitraries.of("Prospect", "Active", "Paused"),
                Arbitraries.of("1", "99999", "12345678.5"),
                Arbitraries.of("Affiliate", "Affiliate;Reseller"))
            .as(ObjectionsHoldTest::values);
    return Combinators.combine(
            Arbitraries.of(8, 10, 40),
            Arbitraries.of(true, false),
            Arbitraries.of(true, false),
            Arbitraries.of(true, false),
            Arbitraries.of("Prospect", "Active", "Paused").list().ofMinSize(1).uniqueElements(),
            Arbitraries.of(3, 5, 16),
            values)
        .as(Case::new);
  }

  private static Map<String, String> values(
      String phone, String city, String status, String credit, String programmes) {
    Map<String, String> values = new HashMap<>();
    values.put("phone", phone == null || phone.isEmpty() ? null : phone);
    values.put("city", city);
    values.put("status", status);
    values.put("credit", credit);
    values.put("programmes", programmes);
    return values;
  }
}
