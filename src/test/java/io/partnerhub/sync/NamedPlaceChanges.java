package io.partnerhub.sync;

import static io.partnerhub.model.SystemName.SALESFORCE;
import static io.partnerhub.model.SystemName.SMARTSHEET;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.mapping.DeleteRule;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.mapping.Placement;
import io.partnerhub.sync.merge.Due;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Histories of sheets that a mapping names anew, or no more, while records are kept in them. */
abstract class NamedPlaceChanges {

  private static final DeleteRule RESTORE = new DeleteRule.Restore();

  private final Function<Clock, Hoard> hoards;

  NamedPlaceChanges(Function<Clock, Hoard> hoards) {
    this.hoards = hoards;
  }

  private static Mapping placed(Placement places) {
    return World.placed(World.mapping(RESTORE), RESTORE, places);
  }

  /** No sheet for other addresses. */
  private static Placement only(Map<String, String> places) {
    return new Placement.ByField("addr", places, null);
  }

  /** The first of three partners is in the north. */
  private World inTheNorth() {
    World world = World.withANorthernSheet(hoards, RESTORE).inStepWith(3);
    world.editSeen(world.salesforce, "addr", "North");
    world.rest();
    assertThat(world.sheet.liveIn(World.NORTH)).hasSize(1);
    return world;
  }

  private static String northern(World world) {
    return world.sheet.liveIn(World.NORTH).get(0);
  }

  @Test
  void copies_in_a_sheet_that_is_named_no_more_move_with_what_was_typed_there_last() {
    World world = inTheNorth();
    world.pass(10);
    world.sheet.edit(northern(world), "track", "t9");

    world.startHubWith(placed(new Placement.One(SMARTSHEET.value())));
    world.rest();

    assertThat(world.sheet.liveIn(World.NORTH)).isEmpty();
    assertThat(world.sheet.liveIn(SMARTSHEET.value())).hasSize(3);
    assertThat(world.salesforce.get("salesforce1", "track")).isEqualTo("t9");
  }

  @Test
  void copies_move_to_a_sheet_that_is_named_anew() {
    World world = new World(hoards, RESTORE).inStepWith(3);
    world.editSeen(world.salesforce, "addr", "North");
    world.rest();

    world.startHubWith(placed(World.northern("North")));
    world.rest();

    assertThat(world.sheet.liveIn(World.NORTH)).hasSize(1);
    assertThat(world.sheet.liveIn(SMARTSHEET.value())).hasSize(2);
  }

  @Test
  void a_record_that_no_sheet_took_is_added_once_one_is_named() {
    World world = World.with(hoards, placed(only(Map.of("a0", SMARTSHEET.value())))).inStepWith(1);
    Map<String, String> other = World.partner("K9");
    other.put("addr", "South");
    world.salesforce.create(other);
    world.rest();
    assertThat(world.sheet.liveWith("key", "K9")).isEmpty();

    world.startHubWith(placed(only(Map.of("a0", SMARTSHEET.value(), "South", World.NORTH))));
    world.rest();

    assertThat(world.sheet.liveIn(World.NORTH)).hasSize(1);
  }

  @Test
  void a_copy_that_no_named_sheet_takes_is_left_alone_until_its_sheet_is_back() {
    Placement both = only(Map.of("a0", SMARTSHEET.value(), "North", World.NORTH));
    Placement one = only(Map.of("a0", SMARTSHEET.value()));
    World world = World.with(hoards, placed(both)).inStepWith(3);
    world.editSeen(world.salesforce, "addr", "North");
    world.rest();
    String row = northern(world);

    world.startHubWith(placed(one));
    world.editSeen(world.salesforce, "note", "o1");
    world.sheet.edit(row, "track", "t9");
    world.rest();

    assertThat(world.sheet.get(row, "note")).as("a sheet that is not mapped").isEqualTo("o0");
    Dossier dossier = world.dossiers().values().iterator().next();
    assertThat(Due.of(world.mapping, dossier, SMARTSHEET).blocked())
        .isEqualTo("no sheet is named for the addr North: name one in the mapping");

    world.startHubWith(placed(both));
    world.rest();
    assertThat(world.sheet.get(row, "note")).isEqualTo("o1");
    assertThat(world.salesforce.get("salesforce1", "track")).isEqualTo("t9");
  }

  @Test
  void a_sheet_that_cannot_be_read_holds_up_nothing_but_the_copies_that_leave_it() {
    World world = inTheNorth();
    world.sheet.cannotRead(World.NORTH);
    world.editSeen(world.salesforce, "addr", "a1");
    world.pass(10);
    world.salesforce.edit("salesforce2", "note", "o2");
    world.poll(world.salesforce);

    world.push(world.sheet);

    assertThat(world.sheet.get("smartsheet2", "note")).isEqualTo("o2");
    Replica waits = world.dossiers().values().iterator().next().replica(SMARTSHEET);
    assertThat(waits.trouble().reason().message()).isEqualTo("north lost a column");

    world.sheet.cannotRead(null);
    world.rest();
    assertThat(world.sheet.liveIn(World.NORTH)).isEmpty();
    assertThat(world.sheet.liveWith("addr", "a1")).hasSize(1);
  }

  @Test
  void a_record_that_ended_is_deleted_in_no_sheet_that_is_named_no_more() {
    DeleteRule propagate = new DeleteRule.Propagate();
    World world = World.withANorthernSheet(hoards, propagate).inStepWith(3);
    world.editSeen(world.salesforce, "addr", "North");
    world.rest();
    String row = northern(world);
    Placement one = only(Map.of("a0", SMARTSHEET.value()));
    world.startHubWith(World.placed(World.mapping(propagate), propagate, one));

    world.salesforce.delete("salesforce1");
    world.rest();

    assertThat(world.sheet.isDeleted(row)).isFalse();
    assertThat(world.fulfillment.isDeleted("fulfillment1")).isTrue();
  }

  @Test
  void a_sheet_that_is_replaced_by_its_copy_gets_no_row_twice() {
    World world = new World(hoards, RESTORE).inStepWith(3);
    world.editSeen(world.salesforce, "note", "o1");
    world.rest();
    for (String row : world.sheet.liveIn(SMARTSHEET.value())) {
      Map<String, String> same = World.partner(world.sheet.get(row, "key"));
      same.put("note", world.sheet.get(row, "note"));
      if (!"K2".equals(same.get("key"))) {
        world.sheet.createIn("copy", same);
      }
    }
    world.pass(10);

    world.startHubWith(placed(new Placement.One("copy")));
    world.rest();

    assertThat(world.strays()).isEmpty();
    assertThat(world.sheet.liveIn("copy")).as("two were there, one moves").hasSize(3);
    assertThat(world.sheet.liveIn(SMARTSHEET.value())).as("left as they are").hasSize(2);
    assertThat(world.held()).isEmpty();
    world.pass(10);
    world.sheet.edit(world.sheet.liveIn("copy").get(0), "track", "t9");
    world.rest();
    assertThat(world.salesforce.get("salesforce1", "track")).isEqualTo("t9");
  }

  @Test
  void no_copy_moves_by_a_new_field_before_all_copies_of_the_record_were_read() {
    Mapping before = World.without("addr", World.mapping(RESTORE));
    World world = World.with(hoards, before).inStepWith(2);
    world.sheet.edit("smartsheet1", "addr", null);
    world.salesforce.edit("salesforce1", "addr", "North");
    world.fulfillment.edit("fulfillment1", "addr", "North");
    world.pass(10);
    world.rest();

    world.startHubWith(placed(World.northern("a0", "b0")));
    world.poll(world.sheet);
    world.push(world.sheet);
    assertThat(world.sheet.liveIn(World.NORTH)).as("Salesforce is to be read first").isEmpty();
    world.rest();

    assertThat(world.sheet.liveIn(World.NORTH)).as("whose address is a0").hasSize(1);
    assertThat(world.sheet.get("smartsheet1", "addr")).isEqualTo("North");
    assertThat(world.system(SALESFORCE).get("salesforce1", "addr")).isEqualTo("North");
  }
}
