package io.partnerhub.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class StandingTest {

  private static Standing at(String cell, String heading) {
    return new Standing(cell, heading);
  }

  @Test
  void a_row_whose_cell_and_heading_say_the_same_is_the_value_itself() {
    assertThat(at("ALFKI", "ALFKI").text()).isEqualTo("ALFKI");
    assertThat(at(null, null).text()).isNull();
    assertThat(Standing.of("ALFKI")).isEqualTo(at("ALFKI", "ALFKI"));
  }

  @Test
  void people_can_read_what_differs() {
    assertThat(at("ALFKI", "BONAP").text().replace("\u2063", "")).isEqualTo("ALFKI, beneath BONAP");
    assertThat(at("ALFKI", null).text().replace("\u2063", "")).isEqualTo("ALFKI, outside");
  }

  @Property(tries = 300)
  void the_text_of_a_standing_gives_it_back(
      @ForAll @StringLength(min = 1, max = 12) String cell,
      @ForAll @StringLength(min = 1, max = 12) String heading) {
    for (Standing each :
        new Standing[] {at(cell, heading), at(cell, null), at(null, heading), at(cell, cell)}) {
      assertThat(Standing.of(each.text())).isEqualTo(each);
    }
  }

  @Test
  void what_changed_counts() {
    Standing before = at("A", "A");

    assertThat(at("A", "B").value(before)).isEqualTo("B");
    assertThat(at("B", "A").value(before)).isEqualTo("B");
    assertThat(at(null, "A").value(before)).isNull();
    assertThat(at("B", "B").value(before)).isEqualTo("B");
    assertThat(at("B", "C").contradicts(before)).isTrue();
    assertThat(at("A", "B").contradicts(before)).isFalse();
    assertThat(at("B", "A").contradicts(before)).isFalse();
  }

  @Test
  void a_row_outside_all_headings_has_the_value_of_its_cell() {
    assertThat(at("A", null).value(at("A", "A"))).isEqualTo("A");
    assertThat(at("B", null).value(at("A", "A"))).isEqualTo("B");
    assertThat(at("A", null).value(at(null, null))).isEqualTo("A");
    assertThat(at("B", null).contradicts(at("A", "A"))).isFalse();
  }

  @Test
  void a_new_row_takes_its_empty_cell_from_its_heading() {
    assertThat(at(null, "A").value(at(null, null))).isEqualTo("A");
    assertThat(at("B", "A").contradicts(at(null, null))).isTrue();
  }

  @Test
  void a_row_that_was_moved_and_is_not_rewritten_yet_can_be_changed_again_either_way() {
    Standing moved = at("A", "B");

    assertThat(at("A", "A").value(moved)).isEqualTo("A");
    assertThat(at("C", "B").value(moved)).isEqualTo("C");
    assertThat(at("A", "C").value(moved)).isEqualTo("C");
  }
}
