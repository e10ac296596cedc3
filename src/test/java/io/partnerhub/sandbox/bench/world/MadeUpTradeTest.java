package io.partnerhub.sandbox.bench.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MadeUpTradeTest {

  private static final ThreeSize FULL = new ThreeSize(10_000, 100_000, 100_000);
  private final MadeUpTrade trade = new MadeUpTrade(FULL);

  @Test
  void the_full_size_lies_on_as_many_sheets_as_their_caps_demand() {
    assertThat(FULL.amounts()).extracting(Amount::sheets).containsExactly(1, 8, 8);
  }

  @Test
  void fulfillment_has_half_of_the_orders() {
    assertThat(IntStream.rangeClosed(1, 100_000).filter(MadeUpTrade::isInFulfillment))
        .hasSize(50_000);
  }

  @Test
  void every_partner_has_orders_and_every_order_a_unit() {
    assertThat(IntStream.rangeClosed(1, 100_000).map(trade::partnerOf).distinct()).hasSize(10_000);
    assertThat(IntStream.rangeClosed(1, 100_000).map(trade::orderOf).distinct()).hasSize(100_000);
  }

  @Test
  void what_is_about_to_be_shipped_lies_on_all_sheets() {
    List<Integer> picked = trade.picked();
    Set<Integer> sheets = new HashSet<>();
    picked.forEach(order -> sheets.add(FULL.of(ThreeSize.ORDER).sheetOf(order)));

    assertThat(picked).hasSizeGreaterThan(FULL.changedOrders());
    assertThat(sheets).hasSize(8);
    assertThat(trade.orderInFulfillment(picked.get(0))).containsEntry("status", "picked");
  }

  @Test
  void only_orders_with_a_unit_are_shipped() {
    assertThat(new MadeUpTrade(new ThreeSize(1, 40, 5)).picked())
        .isNotEmpty()
        .allMatch(order -> order <= 5);
  }
}
