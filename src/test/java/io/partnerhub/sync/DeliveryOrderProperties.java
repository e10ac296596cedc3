package io.partnerhub.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Where a rule does not look at time, it does not matter which system's news arrives first. */
class DeliveryOrderProperties {

  private static final List<String> FORWARD = List.of("shipped", "active");

  /**
   * Somebody edits a field whose rule does not depend on the order.
   *
   * @param system place of the system in the world
   */
  record Edit(int system, int field, int value) {}

  @Property(tries = 400)
  void news_in_any_order_come_to_the_same_values(
      @ForAll("edits") List<Edit> edits, @ForAll Random one, @ForAll Random other) {
    assertThat(after(edits, one)).isEqualTo(after(edits, other));
  }

  private static Map<String, List<String>> after(List<Edit> edits, Random order) {
    World world = new World(Hoard::inMemory).inStepWith(1);
    world.pass(10);
    edits.forEach(edit -> edit(world, edit));
    world.pass(10);
    List<FakeSystem> systems = new ArrayList<>(world.systems);
    for (int round = 0; round < 2; round++) {
      Collections.shuffle(systems, order);
      systems.forEach(world::poll);
      Collections.shuffle(systems, order);
      systems.forEach(world::push);
    }
    world.rest();
    assertThat(world.first().held()).isEmpty();
    return Map.of(
        "name", world.all("name"),
        "track", world.all("track"),
        "tags", world.all("tags"),
        "step", world.all("step"));
  }

  private static void edit(World world, Edit edit) {
    FakeSystem system = world.systems.get(edit.system());
    String id = system.system() + "1";
    switch (edit.field()) {
      case 0 -> world.salesforce.edit("salesforce1", "name", "name-" + edit.value());
      case 1 -> world.sheet.edit("smartsheet1", "track", "track-" + edit.value());
      case 2 -> system.edit(id, "name", "refused-" + edit.value());
      case 3 -> tag(system, id, edit.value());
      default -> forward(system, id, FORWARD.get(edit.value() % FORWARD.size()));
    }
  }

  /** Each system has choices of its own to add; all may remove the one that was there. */
  private static void tag(FakeSystem system, String id, int value) {
    String now = system.get(id, "tags");
    String mine = system.system() + "-" + value;
    if (value == 0) {
      system.edit(id, "tags", now == null || now.equals("x") ? null : now.replace(";x", ""));
    } else if (now == null) {
      system.edit(id, "tags", mine);
    } else if (!now.contains(mine)) {
      List<String> all = new ArrayList<>(List.of(now.split(";")));
      all.add(mine);
      Collections.sort(all);
      system.edit(id, "tags", String.join(";", all));
    }
  }

  private static void forward(FakeSystem system, String id, String step) {
    if (World.STEPS.reaches(system.get(id, "step"), step)) {
      system.edit(id, "step", step);
    }
  }

  @Provide
  Arbitrary<List<Edit>> edits() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 2),
            Arbitraries.integers().between(0, 4),
            Arbitraries.integers().between(0, 3))
        .as(Edit::new)
        .list()
        .ofMinSize(2)
        .ofMaxSize(12);
  }
}
