package io.partnerhub.sync;

import static io.partnerhub.model.SystemName.SALESFORCE;
import static io.partnerhub.model.SystemName.SMARTSHEET;
import static io.partnerhub.sync.Family.ORDER;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.deadletter.DeadLetter;
import io.partnerhub.deadletter.Filter;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.store.PostgresQueue;
import io.partnerhub.store.TestStore;
import io.partnerhub.sync.letter.Forecast;
import io.partnerhub.sync.letter.LastTry;
import io.partnerhub.sync.letter.Mending;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** What is forecast of letters about other copies, and that a replay then comes to it. */
class ForecastTest {

  private static final Chooser ADA = new Chooser("ada", "mended");

  private final PostgresQueue queue = TestStore.queue();

  @Test
  void a_parent_that_its_system_does_not_have_fails_until_it_is_there() {
    Family family = new Family();
    Mending mending =
        new Mending(family.store, List.of(family.partners, family.orders), family::ordersIn);
    FakeSystem partners = family.partnersIn(SALESFORCE);
    String partner = partners.create(Family.partner("ALFKI"));
    family.rest();
    partners.delete(partner);
    family.ordersIn(SMARTSHEET).create(Family.order("O1", "ALFKI"));
    family.pollOnly(ORDER, SMARTSHEET);
    family.pass(30);
    family.pollOnly(ORDER, SMARTSHEET);
    until(
        () -> !letters().isEmpty(),
        () -> {
          family.clock.advance(Duration.ofMinutes(5));
          family.push(ORDER, SALESFORCE);
        });
    assertThat(letters().get(0).reason().kind()).isEqualTo(ReasonClass.REFERENCE);

    Forecast before = forecast(mending, family.orders);
    assertThat(before.verdict()).isEqualTo(Forecast.Verdict.STILL_FAILS);
    assertThat(before.sentence()).contains("partner ALFKI is not in salesforce");

    partners.undelete(partner);
    assertThat(forecast(mending, family.orders).verdict())
        .isEqualTo(Forecast.Verdict.WOULD_SUCCEED);
    mending.replay(ORDER, List.of(letters().get(0).id()), ADA);
    family.push(ORDER, SALESFORCE);
    assertThat(letters()).isEmpty();
    assertThat(family.ordersIn(SALESFORCE).liveIds()).hasSize(1);
  }

  @Test
  void a_key_that_another_copy_has_fails_until_that_one_is_gone() {
    World world = new World(Hoard::onPostgres).inStepWith(1);
    Mending mending = new Mending(world.store, List.of(world.mapping), world::system);
    String other = world.salesforce.create(Map.of("key", "K9"));
    world.editSeen(world.sheet, "key", "K9");
    until(
        () -> !letters().isEmpty(),
        () -> {
          world.pass(300);
          world.push(world.salesforce);
        });
    assertThat(letters().get(0).reason().kind()).isEqualTo(ReasonClass.DUPLICATE);

    Forecast before = forecast(mending, world.mapping);
    assertThat(before.verdict()).isEqualTo(Forecast.Verdict.STILL_FAILS);
    assertThat(before.sentence()).contains("another copy in salesforce has the key K9", other);

    world.salesforce.delete(other);
    assertThat(forecast(mending, world.mapping).verdict())
        .isEqualTo(Forecast.Verdict.WOULD_SUCCEED);
    mending.replay(world.mapping.type(), List.of(letters().get(0).id()), ADA);
    world.push(world.salesforce);
    assertThat(letters()).isEmpty();
    assertThat(world.salesforce.get("salesforce1", "key")).isEqualTo("K9");
  }

  @Test
  void a_system_is_asked_once_for_all_letters() {
    World world = new World(Hoard::onPostgres).inStepWith(20);
    Mending mending = new Mending(world.store, List.of(world.mapping), world::system);
    world.salesforce.takesAtMost(5, "addr");
    for (String id : world.sheet.liveIds()) {
      world.sheet.edit(id, "addr", "much too long");
    }
    world.pass(30);
    world.poll(world.sheet);
    world.push(world.salesforce);
    assertThat(letters()).hasSize(20);
    int before = world.salesforce.described();

    List<LastTry> tries = letters().stream().map(ForecastTest::lastTry).toList();
    assertThat(mending.forecast(world.mapping.type(), tries).values())
        .hasSize(20)
        .allMatch(forecast -> forecast.verdict() == Forecast.Verdict.STILL_FAILS);
    assertThat(world.salesforce.described()).isEqualTo(before + 1);
  }

  private static void until(BooleanSupplier done, Runnable step) {
    for (int i = 0; i < 20 && !done.getAsBoolean(); i++) {
      step.run();
    }
    assertThat(done.getAsBoolean()).isTrue();
  }

  private Forecast forecast(Mending mending, Mapping mapping) {
    DeadLetter letter = letters().get(0);
    return mending.forecast(mapping.type(), List.of(lastTry(letter))).get(letter.id());
  }

  private static LastTry lastTry(DeadLetter letter) {
    return new LastTry(letter.id(), letter.action(), letter.sent(), letter.reason());
  }

  private List<DeadLetter> letters() {
    return queue.list(Filter.parse("system=salesforce"), 0, 100, Instant.EPOCH);
  }
}
