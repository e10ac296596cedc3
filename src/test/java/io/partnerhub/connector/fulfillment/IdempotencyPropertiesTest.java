package io.partnerhub.connector.fulfillment;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.sandbox.sim.Fault;
import io.partnerhub.sync.Outcome;
import io.partnerhub.sync.Outcome.Duplicate;
import io.partnerhub.sync.Outcome.Written;
import io.partnerhub.sync.Write;
import java.time.Duration;
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

/** Whatever answers are lost, and however often what is sent again: one order a number. */
class IdempotencyPropertiesTest {

  private static Depot depot;
  private static FulfillmentConnector connector;

  @BeforeContainer
  static void start() {
    depot = new Depot();
    connector = depot.connector();
  }

  @AfterContainer
  static void stop() {
    depot.close();
  }

  /** What happens to a call. */
  enum Loss {
    NONE,
    BEFORE_THE_EFFECT,
    AFTER_THE_EFFECT,
    EMPTY_ANSWER,
    GATEWAYS_PAGE,
    TOO_MANY_CALLS
  }

  /**
   * Sends the orders of a call.
   *
   * @param attempt the same number is the same attempt
   * @param orders which orders are in the call
   */
  record Send(int attempt, List<Integer> orders, Loss loss) {}

  @Provide
  Arbitrary<List<Send>> sends() {
    Arbitrary<List<Integer>> orders =
        Arbitraries.integers().between(1, 3).list().uniqueElements().ofMinSize(1).ofMaxSize(3);
    return Combinators.combine(
            Arbitraries.integers().between(1, 3), orders, Arbitraries.of(Loss.class))
        .as(Send::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(12);
  }

  @Property(tries = 150)
  void there_is_one_order_for_each_number(@ForAll("sends") List<Send> sends) {
    depot.server.reset();
    depot.warehouse().requestsPerMinute(Integer.MAX_VALUE);

    for (Send send : sends) {
      lose(send.loss());
      List<Write> writes = send.orders().stream().map(n -> write(send.attempt(), n)).toList();
      List<Outcome> outcomes = connector.write(Depot.ORDERS, writes).outcomes();
      depot.server.faults().clear();
      depot.clock.advance(Duration.ofSeconds(1));
      if (send.loss() == Loss.NONE) {
        for (int i = 0; i < writes.size(); i++) {
          checkAnswered(send.attempt(), "O" + send.orders().get(i), outcomes.get(i));
        }
      }
      assertThat(depot.orders())
          .extracting(order -> order.path("orderNumber").asText())
          .doesNotHaveDuplicates();
    }
  }

  /** The attempt that made the order is told so each time, every other one whose order it is. */
  private static void checkAnswered(int attempt, String number, Outcome outcome) {
    String id = depot.order(number).path("id").asText();
    if (depot.order(number).path("notes").asText().equals("by attempt " + attempt)) {
      assertThat(outcome)
          .isInstanceOfSatisfying(Written.class, w -> assertThat(w.id().id()).isEqualTo(id));
    } else {
      assertThat(outcome)
          .isInstanceOfSatisfying(Duplicate.class, d -> assertThat(d.existingId()).isEqualTo(id));
    }
  }

  private static Write write(int attempt, int order) {
    return Depot.add(10L * attempt + order, "O" + order, Map.of("notes", "by attempt " + attempt));
  }

  private static void lose(Loss loss) {
    switch (loss) {
      case NONE -> {}
      case BEFORE_THE_EFFECT -> depot.fault("POST", "/orders", new Fault.CutBefore());
      case AFTER_THE_EFFECT -> depot.fault("POST", "/orders", new Fault.CutAfter());
      case EMPTY_ANSWER -> depot.fault("POST", "/orders", new Fault.Empty());
      case GATEWAYS_PAGE -> depot.fault("POST", "/orders", new Fault.Html());
      case TOO_MANY_CALLS -> depot.fault("POST", "/orders", new Fault.RateLimit());
    }
  }
}
