package io.partnerhub.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.store.TestStore;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows of the store that are written, and those that have nothing new to say. */
class RowsWrittenTest {

  private static final String SALESFORCES = "system = 'salesforce'";
  private static final String SHEETS = "system = 'smartsheet'";

  private final World world = new World(Hoard::onPostgres);

  @Test
  void an_add_that_is_settled_leaves_the_row_of_the_copy_it_came_from_alone() {
    world.salesforce.create(World.partner("K0"));
    world.systems.forEach(world::poll);
    List<String> source = transactions(SALESFORCES);
    List<String> target = transactions(SHEETS);

    world.push(world.sheet);

    assertThat(transactions(SHEETS)).isNotEqualTo(target);
    assertThat(transactions(SALESFORCES)).isEqualTo(source);
  }

  @Test
  void an_edit_writes_the_row_of_each_copy_that_lacks_it_now() {
    world.inStepWith(1);
    List<String> before = transactions(SHEETS);

    world.editSeen(world.salesforce, "addr", "a1");

    assertThat(transactions(SHEETS)).isNotEqualTo(before);
  }

  /** PostgreSQL's own, in which the replicas were written last. */
  private static List<String> transactions(String which) {
    return TestStore.jdbi()
        .withHandle(
            h ->
                h.createQuery("select distinct xmin::text from replica where " + which)
                    .mapTo(String.class)
                    .list());
  }
}
