package io.partnerhub.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.store.TestStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How many copies a place has, as the store keeps count of it. */
class CountedCopiesTest {

  private final World world = new World(Hoard::onPostgres);

  @AfterEach
  void every_count_is_what_there_is() {
    assertThat(TestStore.miscounted()).isEmpty();
  }

  @Test
  void a_copy_counts_where_it_was_read_and_where_it_was_made() {
    world.sheet.create(World.partner("K0"));
    world.systems.forEach(world::poll);
    assertThat(known(world.sheet)).isOne();
    assertThat(known(world.salesforce)).isZero();

    world.push(world.salesforce);

    assertThat(known(world.salesforce)).isOne();
  }

  @Test
  void a_copy_whose_record_is_taken_back_counts_as_a_stray() {
    world.sheet.pagesOf(1);
    world.sheet.create(World.partner("K0"));
    world.sheet.create(World.partner("K0"));

    world.systems.forEach(world::poll);

    assertThat(world.hoard.records()).isEmpty();
    assertThat(known(world.sheet)).isEqualTo(2);
  }

  private int known(FakeSystem system) {
    String location = world.mapping.side(system.system()).placement().locations().iterator().next();
    return world.store.knownRows(world.mapping.type(), system.system(), location);
  }
}
