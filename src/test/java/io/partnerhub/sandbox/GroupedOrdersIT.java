package io.partnerhub.sandbox;

import static io.partnerhub.model.SystemName.SALESFORCE;
import static io.partnerhub.sandbox.People.ANN;
import static io.partnerhub.sandbox.People.code;
import static io.partnerhub.sandbox.Trio.eventually;
import static io.partnerhub.sandbox.Trio.number;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.sandbox.smartsheet.RowRef;
import io.partnerhub.sandbox.smartsheet.RowState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An order tracker in which orders are indented beneath their partner. */
class GroupedOrdersIT {

  private static final String ORDERS = "Order tracker";

  @TempDir private static Path dir;
  private static Trio trio;

  @BeforeAll
  static void start() throws IOException {
    Path mappings =
        Trio.mappings(
            dir.resolve("mappings"),
            "order",
            "sheet: Order tracker",
            "groupedBy: partner\n    sheet: Order tracker");
    Path orders = mappings.resolve("order.yaml");
    String text = Files.readString(orders);
    Files.writeString(
        orders,
        text.replaceFirst(
            "(partner: .*)owner: salesforce(, salesforce: Acc)", "$1shared: latest$2"));
    assertThat(orders).content().isNotEqualTo(text);
    trio = new Trio(dir.resolve("data"), mappings).fill().start();
  }

  @AfterEach
  void everything_converges_in_the_end() throws Exception {
    trio.allInStep();
    trio.quiet();
    trio.allInStep();
  }

  @AfterAll
  static void stop() {
    trio.close();
  }

  @Test
  void every_order_is_beneath_the_heading_of_its_partner() {
    for (int order = 1; order <= Trio.ORDERS; order++) {
      assertThat(headingOf(number(order)))
          .isEqualTo(trio.orders().inTracker(number(order), "partner"));
    }
    assertThat(headings()).hasSize(Trio.PARTNERS);
  }

  @Test
  void an_order_dragged_beneath_another_partner_is_that_partners_everywhere() {
    String order = number(11);
    String before = Trio.partnerOf(11);
    String partner = code(7);
    String open = trio.partners().value(SALESFORCE, partner, "openOrders");
    assertThat(trio.orders().value(SALESFORCE, order, "status")).isEqualTo("Accepted");

    trio.rig().desk().drag(ORDERS, List.of(row(order)), RowRef.id(heading(partner).id()), ANN);

    trio.eventuallyAgreed(trio.orders(), order, "partner", partner);
    assertThat(headingOf(order)).isEqualTo(partner);
    trio.eventuallyAgreed(
        trio.partners(), partner, "openOrders", Integer.toString(Integer.parseInt(open) + 1));
    assertThat(before).isNotEqualTo(partner);
  }

  @Test
  void an_order_given_to_another_partner_in_salesforce_goes_beneath_it() {
    String order = number(12);

    trio.rig().org().edit("Order", order, Map.of("Account", Map.of("Partner_Code__c", code(8))));

    trio.eventuallyAgreed(trio.orders(), order, "partner", code(8));
    eventually(() -> assertThat(headingOf(order)).isEqualTo(code(8)));
  }

  @Test
  void a_new_partner_gets_a_heading_for_its_first_order() {
    trio.rig().org().create("Account", Map.of("Partner_Code__c", "FRESH", "Name", "Fresh & Co"));
    trio.orders().salesforce().add(Trio.order("50001", "FRESH", "Ready"));

    trio.eventuallyAgreed(trio.orders(), "50001", "partner", "FRESH");
    eventually(() -> assertThat(headingOf("50001")).isEqualTo("FRESH"));
    trio.eventuallyAgreed(trio.partners(), "FRESH", "openOrders", "1");
  }

  private static RowRef row(String order) {
    return RowRef.key("Order", order);
  }

  /** What the row above an order shows as its partner. */
  private static String headingOf(String order) {
    Long parent = trio.rig().desk().row(ORDERS, row(order)).parentId();
    return Optional.ofNullable(parent)
        .map(id -> trio.rig().desk().row(ORDERS, RowRef.id(id)).cells().get("Partner"))
        .orElse("");
  }

  private static RowState heading(String partner) {
    return headings().stream()
        .filter(row -> partner.equals(row.cells().get("Partner")))
        .findFirst()
        .orElseThrow();
  }

  private static List<RowState> headings() {
    return trio.rig().desk().rows(ORDERS).stream()
        .filter(row -> !row.cells().containsKey("Order"))
        .toList();
  }
}
