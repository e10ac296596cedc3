package io.partnerhub.sandbox.smartsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RowOrderProperties {
  private static final Author AUTHOR = new Author(new Person(1, "a@example.com", "A"), 0);

  @Property(tries = 200)
  void after_any_adds_moves_and_deletes_children_follow_their_parent_and_numbers_have_no_gap(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int steps) {
    Random random = new Random(seed);
    Ids ids = new Ids(seed);
    Rows rows = new Rows();

    for (int i = 0; i < steps; i++) {
      step(random, ids, rows);
    }

    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.all().get(i);
      assertThat(row.number()).isEqualTo(i + 1);
      assertThat(rows.find(row.id())).contains(row);
      if (row.parent() != null) {
        Row above = rows.all().get(i - 1);
        assertThat(above == row.parent() || above.under(row.parent())).isTrue();
      }
    }
  }

  private static void step(Random random, Ids ids, Rows rows) {
    Row any = rows.size() == 0 ? null : rows.all().get(random.nextInt(rows.size()));
    Location location = location(random, any);
    int kind = random.nextInt(6);
    if (kind == 4 && any != null && rows.previousSibling(any).isPresent()) {
      rows.indent(any);
    } else if (kind == 5 && any != null && any.parent() != null) {
      rows.outdent(any);
    } else if (kind == 0 && any != null) {
      rows.remove(rows.withDescendants(List.of(any)));
    } else if (kind == 1 && any != null) {
      List<Row> moving = some(random, rows);
      if (moving.stream().noneMatch(row -> any == row || any.under(row))) {
        rows.move(moving, location);
      }
    } else {
      rows.insert(
          List.of(new Row(ids.next(), 0, 1, AUTHOR), new Row(ids.next(), 0, 1, AUTHOR)),
          location.place(rows));
    }
  }

  /** Up to five rows in any order, a row and what is below it among them. */
  private static List<Row> some(Random random, Rows rows) {
    List<Row> shuffled = new ArrayList<>(rows.all());
    Collections.shuffle(shuffled, random);
    return shuffled.subList(0, Math.min(shuffled.size(), 1 + random.nextInt(5)));
  }

  private static Location location(Random random, Row anchor) {
    if (anchor == null) {
      return Location.BOTTOM;
    }
    return switch (random.nextInt(5)) {
      case 0 -> new Location(true, false, null, null, false);
      case 1 -> new Location(false, random.nextBoolean(), anchor.id(), null, false);
      case 2, 3 -> new Location(false, false, null, anchor.id(), random.nextBoolean());
      default -> Location.BOTTOM;
    };
  }

  @Property(tries = 100)
  void ids_have_16_digits_never_repeat_and_are_known_as_issued(@ForAll long seed) {
    Ids ids = new Ids(seed);
    Set<Long> seen = new HashSet<>();

    for (int i = 0; i < 500; i++) {
      long id = ids.next();
      assertThat(seen.add(id)).isTrue();
      assertThat(Long.toString(id)).hasSize(16);
      assertThat(ids.issued(id)).isTrue();
    }
    assertThat(ids.issued(nextOf(seed, 500))).isFalse();
  }

  private static long nextOf(long seed, int issued) {
    Ids ids = new Ids(seed);
    for (int i = 0; i < issued; i++) {
      ids.next();
    }
    return ids.next();
  }
}
