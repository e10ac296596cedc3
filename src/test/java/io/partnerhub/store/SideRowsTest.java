package io.partnerhub.store;

import static io.partnerhub.model.SystemName.SALESFORCE;
import static io.partnerhub.model.SystemName.SMARTSHEET;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.mapping.DeleteRule;
import io.partnerhub.mapping.Field;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.mapping.Placement;
import io.partnerhub.mapping.Relatives;
import io.partnerhub.mapping.Side;
import io.partnerhub.mapping.TextFields;
import io.partnerhub.model.RecordType;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.store.Sides;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SideRowsTest {

  private static final RecordType ORDER = new RecordType("order");
  private static final RecordType PARTNER = new RecordType("partner");

  @BeforeEach
  void three_orders_one_of_which_ended() {
    TestStore.empty(Clock.systemUTC());
    execute(
        "insert into record (id, type, key, agreed, origins, held)"
            + " select i, 'order', case when i <> 2 then 'K' || i end,"
            + " jsonb_build_object('key', 'K' || i), '{}', '{}' from generate_series(1, 4) i");
  }

  @Test
  void a_start_that_was_interrupted_goes_on_behind_the_last_record_that_was_stated() {
    take(SALESFORCE);

    assertThat(nextOf(2)).isEqualTo(new Sides.Unstated(SALESFORCE, List.of(1L, 3L), false));
    assertThat(nextOf(2)).isEqualTo(new Sides.Unstated(SALESFORCE, List.of(4L), true));
    assertThat(nextOf(2)).isNull();
    assertThat(take(SALESFORCE).joined()).isEmpty();
  }

  @Test
  void a_system_that_left_is_not_stated_until_it_is_back() {
    take(SALESFORCE, SMARTSHEET);
    assertThat(nextOf(9).last()).isTrue();

    assertThat(take(SMARTSHEET).left()).containsExactly(SALESFORCE);
    assertThat(nextOf(9).system()).isEqualTo(SMARTSHEET);
    assertThat(nextOf(9)).isNull();

    assertThat(take(SALESFORCE, SMARTSHEET).joined()).containsExactly(SALESFORCE);
    assertThat(nextOf(9).system()).isEqualTo(SALESFORCE);
  }

  @Test
  void a_system_that_is_back_is_read_from_its_beginning_and_its_copies_are_counted() {
    take(SALESFORCE, SMARTSHEET);
    execute(
        "insert into checkpoint (type, system, source, complete, version, settled, surplus, cursor)"
            + " select 'order', s, s, true, 7, true, 0, 'behind' from unnest(array["
            + "   'salesforce', 'smartsheet']) s");
    insertCopy(1, "LINKED", null);
    take(SMARTSHEET);
    take(SALESFORCE, SMARTSHEET);

    assertThat(texts("select concat_ws(' ', system, complete, version, cursor) from checkpoint"))
        .containsExactlyInAnyOrder("salesforce f 0", "smartsheet t 7 behind");
    assertThat(texts("select concat_ws(' ', system, copies) from linked"))
        .containsExactly("salesforce 1");
  }

  @Test
  void what_waits_for_a_parent_that_is_in_the_system_no_more_waits_no_longer() {
    takeParents(SALESFORCE, SMARTSHEET);
    insertCopy(1, "ABSENT", "{partner}");
    takeParents(SALESFORCE, SMARTSHEET);
    takeParents(SALESFORCE);
    assertThat(texts("select awaits::text from replica")).containsExactly("{partner}");

    takeParents(SMARTSHEET);

    assertThat(texts("select awaits::text from replica")).containsOnlyNulls();
  }

  @Test
  void a_type_that_is_mapped_again_is_read_from_its_beginning() {
    take(SALESFORCE, SMARTSHEET);
    assertThat(isSettled(SALESFORCE, SMARTSHEET)).isFalse();
    while (nextOf(9) != null) {}
    assertThat(isSettled(SALESFORCE, SMARTSHEET)).isTrue();

    with(SALESFORCE, sides -> sides.noOthersThan(List.of(ORDER, PARTNER)));
    assertThat(isSettled(SALESFORCE, SMARTSHEET)).isTrue();
    with(SALESFORCE, sides -> sides.noOthersThan(List.of(PARTNER)));

    assertThat(isSettled(SALESFORCE, SMARTSHEET)).isFalse();
    assertThat(take(SALESFORCE, SMARTSHEET).joined()).containsExactly(SALESFORCE, SMARTSHEET);
  }

  @Test
  void nothing_is_to_be_stated_where_there_are_no_records() {
    execute("delete from record");

    take(SALESFORCE, SMARTSHEET);

    assertThat(isSettled(SALESFORCE, SMARTSHEET)).isTrue();
    assertThat(isSettled(SALESFORCE)).isFalse();
  }

  @Test
  void parents_are_worked_out_anew_whenever_the_systems_of_their_children_change() {
    take(SALESFORCE, SMARTSHEET);
    execute("insert into rollup_form values ('partner', 'count')");

    take(SALESFORCE, SMARTSHEET);
    assertThat(texts("select form from rollup_form")).hasSize(1);

    take(SALESFORCE);
    assertThat(texts("select form from rollup_form")).isEmpty();
  }

  private static void insertCopy(long record, String state, String awaits) {
    TestStore.jdbi()
        .useHandle(
            h ->
                h.createUpdate(
                        "insert into replica (record_id, system, type, state, location, native_id,"
                            + " holds, read_began, read_ended, wrote_ended, read_again, rendering,"
                            + " rewrites, failures, due, telling, awaits) values (:record,"
                            + " 'salesforce', 'order', :state, 'Order', 'R' || :record, '{}',"
                            + " 0, 0, 0, 0, '[]', '{}', 0, true, false, cast(:awaits as text[]))")
                    .bind("record", record)
                    .bind("state", state)
                    .bind("awaits", awaits)
                    .execute());
  }

  private static Sides.Change take(SystemName... systems) {
    return TestStore.jdbi().inTransaction(h -> new SideRows(h, order(systems)).take());
  }

  private static boolean isSettled(SystemName... systems) {
    return TestStore.jdbi().inTransaction(h -> new SideRows(h, order(systems)).isSettled());
  }

  private static void with(SystemName system, Consumer<Sides> work) {
    TestStore.jdbi().useTransaction(h -> work.accept(new SideRows(h, order(system))));
  }

  private static void takeParents(SystemName... systems) {
    Mapping partner =
        new Mapping(PARTNER, "1", "key", List.of(field("key", null)), sides(systems))
            .with(new Relatives(Map.of(), Set.of(ORDER), Map.of()));
    TestStore.jdbi().useTransaction(h -> new SideRows(h, partner).take());
  }

  private static Sides.Unstated nextOf(int limit) {
    return TestStore.jdbi()
        .inTransaction(
            h -> {
              Sides rows = new SideRows(h, order());
              Sides.Unstated next = rows.next(limit).orElse(null);
              if (next != null) {
                rows.stated(next);
              }
              return next;
            });
  }

  private static Map<SystemName, Side> sides(SystemName... systems) {
    Map<SystemName, Side> sides = new HashMap<>();
    for (SystemName system : systems) {
      sides.put(system, new Side(system, new Placement.One("Order"), new DeleteRule.Ignore()));
    }
    return sides;
  }

  private static Mapping order(SystemName... systems) {
    return new Mapping(
        ORDER,
        "1",
        "key",
        List.of(field("key", null), field("partner", PARTNER)),
        sides(systems),
        new Relatives(Map.of(), Set.of(), Map.of("partner", Set.of())));
  }

  private static Field field(String name, RecordType to) {
    return TextFields.text(name, to, Map.of(SALESFORCE, name, SMARTSHEET, name));
  }

  private static void execute(String sql) {
    TestStore.jdbi().useHandle(h -> h.execute(sql));
  }

  private static List<String> texts(String sql) {
    return TestStore.jdbi().withHandle(h -> h.createQuery(sql).mapTo(String.class).list());
  }
}
