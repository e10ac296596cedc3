package io.partnerhub.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.model.RecordType;
import io.partnerhub.model.SystemName;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Partners, orders and activations as they are published, and how they hang together. */
class ThreeTypesTest {

  private static final SystemName FULFILLMENT = SystemName.FULFILLMENT;

  private final MappingSet mappings =
      MappingSet.of(
          Stream.of("activation", "order", "partner")
              .map(type -> MappingFile.read(Path.of("mappings", type + ".yaml"), Map.of(type, "1")))
              .toList());
  private final Mapping partner = of("partner");
  private final Mapping order = of("order");
  private final Mapping activation = of("activation");

  @Test
  void parents_come_before_their_children() {
    assertThat(mappings.mappings()).containsExactly(partner, order, activation);
  }

  @Test
  void orders_and_activations_are_in_all_three_systems_partners_in_two() {
    assertThat(partner.sides().keySet())
        .containsExactlyInAnyOrder(SystemName.SALESFORCE, SystemName.SMARTSHEET);
    for (Mapping child : List.of(order, activation)) {
      assertThat(child.sides().keySet())
          .containsExactlyInAnyOrder(
              SystemName.SALESFORCE, SystemName.SMARTSHEET, SystemName.FULFILLMENT);
      assertThat(child.fields()).allMatch(field -> field.isSync() || field.names().size() == 3);
    }
  }

  @Test
  void a_row_that_somebody_deletes_from_a_tracker_of_orders_or_activations_comes_back() {
    assertThat(order.side(SystemName.SMARTSHEET).onDelete()).isEqualTo(new DeleteRule.Restore());
    assertThat(activation.side(SystemName.SMARTSHEET).onDelete())
        .isEqualTo(new DeleteRule.Restore());
  }

  @Test
  void salesforce_says_where_an_order_goes_and_fulfillment_how_it_got_there() {
    assertThat(ownedBy(order, SystemName.SALESFORCE))
        .contains("partner", "requiredOn", "units", "shipTo", "street", "city", "country");
    assertThat(ownedBy(order, FULFILLMENT))
        .containsExactly("carrier", "trackingNumber", "shippedOn", "deliveredOn", "freight");
    assertThat(ownedBy(activation, FULFILLMENT)).containsExactly("number", "serial", "activatedOn");
  }

  @ParameterizedTest
  @CsvSource({
    "order, Draft, Closed, true",
    "order, Shipped, Accepted, false",
    "order, Picked, Cancelled, true",
    "order, Shipped, Cancelled, false",
    "activation, Requested, Suspended, true",
    "activation, Suspended, Activated, true",
    "activation, Activated, Delivered, false",
    "activation, Cancelled, Requested, false",
    "partner, Prospect, Paused, true",
    "partner, Paused, Active, true",
    "partner, Active, Onboarding, false",
    "partner, Terminated, Active, false",
    "partner, Terminated, Removed, true"
  })
  void a_status_moves_only_along_its_line(String type, String from, String to, boolean reaches) {
    FieldRule.Advance rule = (FieldRule.Advance) of(type).field("status").rule();

    assertThat(rule.transitions().reaches(from, to)).isEqualTo(reaches);
  }

  @Test
  void what_a_partner_shows_of_its_orders_and_units_is_worked_out() {
    assertThat(
            partner.fields().stream()
                .filter(field -> field.rule() instanceof FieldRule.Derived)
                .map(Field::name))
        .containsExactly(
            "openOrders",
            "unitsActivated",
            "lastActivation",
            "activationStatus",
            "oldestOpenBlocker");
  }

  private Mapping of(String type) {
    return mappings.find(new RecordType(type)).orElseThrow();
  }

  private static List<String> ownedBy(Mapping mapping, SystemName system) {
    return mapping.fields().stream()
        .filter(field -> field.rule().equals(new FieldRule.Owner(system)))
        .map(Field::name)
        .toList();
  }
}
