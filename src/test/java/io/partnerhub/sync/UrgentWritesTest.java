package io.partnerhub.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.step.Availability;
import io.partnerhub.step.Deriving;
import io.partnerhub.step.Gathering;
import io.partnerhub.step.PushStep;
import io.partnerhub.step.Surroundings;
import io.partnerhub.sync.store.Batch;
import io.partnerhub.sync.system.Urgency;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people see change does not wait for all that is to be added; two a call, four a batch. */
class UrgentWritesTest {

  private static final int A_BATCH = 4;
  private static final int ADDED = 11;

  private final World world = new World(Hoard::inMemory).inStepWith(1);
  private final FakeSystem sheet = world.sheet;
  private final Map<Urgency, Instant> spent = new HashMap<>();
  private final CamelContext camel = new DefaultCamelContext();
  private final PushStep step =
      new PushStep(
          world.store,
          Map.of(world.mapping.type(), world.pusher(sheet)),
          new Availability(
              sheet.system(),
              world.clock,
              new Surroundings(
                  (event, of, why, until) -> {},
                  urgency -> Optional.ofNullable(spent.get(urgency)),
                  of -> Optional.empty())),
          new Gathering(world.clock),
          new Deriving(world.clock));

  @BeforeEach
  void start() {
    sheet.takesACall(2);
    sheet.takesABatch(A_BATCH);
    world.pass(5);
    IntStream.range(0, ADDED)
        .forEach(i -> world.salesforce.create(World.partner("N%02d".formatted(i))));
    world.poll(world.salesforce);
  }

  private void push() {
    for (Batch next = step.claim(camel); next != null; next = step.claim(camel)) {
      step.settle(step.send(step.storeIntent(step.readFirst(next)), camel));
    }
  }

  @Test
  void an_edit_goes_after_the_batch_of_adds_that_is_under_way() {
    sheet.afterNextEffect(() -> world.editSeen(world.salesforce, "addr", "A"));

    push();

    long edited = last(sheet.changes("smartsheet1", "addr")).seq();
    assertThat(added()).hasSize(ADDED);
    assertThat(added().stream().filter(seq -> seq < edited)).hasSize(A_BATCH);
  }

  @Test
  void a_budget_that_is_spent_ends_the_adds() {
    sheet.afterNextEffect(() -> spent.put(Urgency.BULK, Instant.MAX));

    push();

    assertThat(added()).hasSize(A_BATCH);
  }

  /** When the new rows came. */
  private List<Long> added() {
    return sheet.liveIds().stream()
        .filter(id -> sheet.get(id, "key").startsWith("N"))
        .map(id -> sheet.changes(id, "key").get(0).seq())
        .toList();
  }

  private static FakeSystem.Change last(List<FakeSystem.Change> changes) {
    return changes.get(changes.size() - 1);
  }
}
