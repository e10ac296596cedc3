package io.partnerhub.sync;

import static io.partnerhub.model.SystemName.SALESFORCE;
import static io.partnerhub.model.SystemName.SMARTSHEET;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.model.NativeId;
import io.partnerhub.store.MappedSystems;
import io.partnerhub.store.PostgresStore;
import io.partnerhub.store.TestStore;
import io.partnerhub.sync.store.Changes;
import io.partnerhub.sync.store.Store;
import org.junit.jupiter.api.Test;

/** When PostgreSQL is told to count what is in the tables: it takes time, with the type held. */
class StatisticsTest {

  private static final int PARTNERS = 600;

  /** Fewer than the guard asks people about. */
  private static final int EDITED_AT_ONCE = 100;

  private final World world = new World(Hoard::onPostgres);
  private final long before = gathered();

  private static long gathered() {
    return gathered("record");
  }

  /** How often they were asked for; what the server does by itself is another count. */
  private static long gathered(String table) {
    return TestStore.jdbi()
        .withHandle(
            h ->
                h.createQuery("select pg_stat_get_analyze_count(cast(:table as regclass))")
                    .bind("table", table)
                    .mapTo(Long.class)
                    .one());
  }

  @Test
  void they_are_gathered_once_the_records_are_many_more() {
    world.inStepWith(PARTNERS);

    assertThat(gathered()).isGreaterThan(before);
  }

  @Test
  void changes_however_many_gather_none() {
    world.inStepWith(PARTNERS);
    long filled = gathered();

    for (int round = 1; round <= 2 * PARTNERS / EDITED_AT_ONCE; round++) {
      for (int i = 1; i <= EDITED_AT_ONCE; i++) {
        world.salesforce.edit("salesforce" + i, "addr", "a" + round);
      }
      world.poll(world.salesforce);
      world.push(world.sheet);
    }

    assertThat(world.sheet.get("smartsheet1", "addr")).isEqualTo("a12");
    assertThat(gathered()).isEqualTo(filled);
  }

  @Test
  void a_hub_that_starts_on_a_filled_store_goes_by_what_that_has() {
    world.inStepWith(PARTNERS);
    long filled = gathered();
    PostgresStore restarted = TestStore.kept(world.clock, MappedSystems.ANY);

    add(restarted, PARTNERS); // an empty store would have more than twice as many then
    assertThat(gathered()).isEqualTo(filled);
    add(restarted, PARTNERS);
    assertThat(gathered()).isEqualTo(filled + 1);
  }

  @Test
  void strays_are_counted_too_once_they_are_many_more() {
    long ofStrays = gathered("stray");

    stray(1, PARTNERS);
    assertThat(gathered("stray")).isEqualTo(ofStrays + 1);
    stray(PARTNERS + 1, PARTNERS);
    assertThat(gathered("stray")).isEqualTo(ofStrays + 1);
    stray(2 * PARTNERS + 1, PARTNERS);
    assertThat(gathered("stray")).isEqualTo(ofStrays + 2);
  }

  private void stray(int first, int count) {
    Changes changes = new Changes();
    for (int i = first; i < first + count; i++) {
      changes.stray(
          new Stray(new NativeId("Tracker", "R" + i), "P", Stray.Why.DOUBLE_KEY, 0, false));
    }
    world.store.inTransaction(
        world.mapping.type(),
        tx -> {
          tx.save(SMARTSHEET, changes);
          return null;
        });
  }

  private void add(Store store, int records) {
    store.inTransaction(
        world.mapping.type(),
        tx -> {
          tx.newRecordIds(records);
          tx.save(SALESFORCE, new Changes());
          return null;
        });
  }
}
