package io.partnerhub.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.store.TestStore;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a power cut may take back, and what it must not. */
class OnDiskTest {

  private final World world = new World(Hoard::onPostgres).inStepWith(1);

  @BeforeEach
  void watchCommits() {
    TestStore.jdbi()
        .useHandle(
            h -> {
              h.execute("create table on_disk (what text, setting text)");
              h.execute(
                  "create function note_on_disk() returns trigger language plpgsql as $$ begin"
                      // where nothing sets it, it is on: only the tests' server has it otherwise
                      + " insert into on_disk select tg_table_name,"
                      + " case source when 'session' then setting else 'on' end"
                      + " from pg_settings where name = 'synchronous_commit';"
                      + " return null; end $$");
              for (String what :
                  List.of(
                      "insert on record", "insert on attempt", "update of claimed_by on replica")) {
                h.execute(
                    "create trigger on_disk after " + what + " execute function note_on_disk()");
              }
            });
  }

  @AfterEach
  void watchNoMore() {
    TestStore.jdbi()
        .useHandle(
            h -> {
              h.execute("drop function note_on_disk() cascade");
              h.execute("drop table on_disk");
            });
  }

  @Test
  void an_intent_is_on_disk_before_its_call_and_what_was_read_soon_after() {
    world.editSeen(world.salesforce, "addr", "a1");
    assertThat(settings("record")).containsExactly("off");

    world.push(world.sheet);
    assertThat(world.sheet.get("smartsheet1", "addr")).isEqualTo("a1");
    assertThat(settings("attempt")).containsExactly("on");
  }

  @Test
  void no_claim_waits_for_the_disk_nor_does_one_amid_calls() {
    world.sheet.takesACall(1);
    world.sheet.takesABatch(1);
    List.of("N0", "N1", "N2").forEach(key -> world.salesforce.create(World.partner(key)));
    world.poll(world.salesforce);

    world.push(world.sheet);

    assertThat(world.sheet.liveIds()).hasSize(4);
    assertThat(settings("replica")).containsExactly("off");
  }

  private static List<String> settings(String table) {
    return TestStore.jdbi()
        .withHandle(
            h ->
                h.createQuery("select distinct setting from on_disk where what = :table")
                    .bind("table", table)
                    .mapTo(String.class)
                    .list());
  }
}
