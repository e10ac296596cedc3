package io.partnerhub.sandbox.demo.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MorningTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 5);

  private final Morning morning = Morning.of(TODAY, 1);

  @Test
  void the_same_day_and_seed_give_the_same_morning() {
    assertThat(Morning.of(TODAY, 1)).isEqualTo(morning);
    assertThat(Morning.of(TODAY, 2).orderRows()).isNotEqualTo(morning.orderRows());
  }

  @Test
  void orders_stand_in_every_state_but_cancelled() {
    assertThat(count(morning.orders(), MorningOrder::status))
        .isEqualTo(
            Map.of(
                "Draft",
                6L,
                "Ready",
                5L,
                "Accepted",
                5L,
                "Picked",
                5L,
                "Shipped",
                10L,
                "Delivered",
                73L,
                "Closed",
                725L));
  }

  @Test
  void only_what_was_shipped_has_a_carrier_and_only_what_arrived_a_day_of_delivery() {
    for (MorningOrder order : morning.orders()) {
      assertThat(order.carrier() != null).isEqualTo(order.order().shippedOn() != null);
      assertThat(order.deliveredOn() != null)
          .isEqualTo(List.of("Delivered", "Closed").contains(order.status()));
      if (order.deliveredOn() != null) {
        assertThat(order.deliveredOn()).isAfter(order.order().shippedOn()).isBeforeOrEqualTo(TODAY);
      }
    }
  }

  @Test
  void there_is_an_activation_for_each_line_of_the_recent_orders() {
    assertThat(morning.activations()).hasSize(373);
    assertThat(count(morning.activations(), MorningActivation::status).keySet())
        .containsExactlyInAnyOrder(
            "Requested",
            "Provisioned",
            "Shipped",
            "Delivered",
            "Activated",
            "Suspended",
            "Cancelled");
    assertThat(morning.activations()).extracting(MorningActivation::number).doesNotHaveDuplicates();
  }

  @Test
  void fulfillment_knows_the_recent_orders_and_the_order_of_every_activation() {
    List<Object> orders =
        morning.of("order").fulfillment().stream().map(order -> order.get("orderNumber")).toList();

    assertThat(orders).hasSize(194);
    assertThat(morning.of("activation").fulfillment())
        .extracting(activation -> activation.get("orderNumber"))
        .isSubsetOf(orders);
  }

  @Test
  void the_trackers_hold_a_part_of_it() {
    assertThat(morning.orderRows()).hasSize(300);
    assertThat(morning.activationRows()).hasSize(150);
  }

  private static <T> Map<String, Long> count(List<T> all, Function<T, String> what) {
    return all.stream().collect(Collectors.groupingBy(what, TreeMap::new, Collectors.counting()));
  }
}
