package io.partnerhub.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class TransitionsTest {

  @Test
  void a_chain_leads_forward_only() {
    Transitions steps = Transitions.of(List.of("Requested -> Shipped -> Delivered"));

    assertThat(steps.reaches("Requested", "Delivered")).isTrue();
    assertThat(steps.reaches("Delivered", "Requested")).isFalse();
    assertThat(steps.next().get("Requested")).containsExactly("Shipped");
  }

  @Test
  void a_double_arrow_leads_there_and_back() {
    Transitions steps = Transitions.of(List.of("New -> Active <-> Paused -> Ended"));

    assertThat(steps.next().get("Active")).containsExactly("Paused");
    assertThat(steps.next().get("Paused")).containsExactlyInAnyOrder("Active", "Ended");
    assertThat(steps.reaches("Paused", "New")).isFalse();
  }

  @Test
  void commas_stand_for_several_values_on_either_side() {
    Transitions steps = Transitions.of(List.of("A, B -> C, D"));

    assertThat(steps.next().get("A")).containsExactly("C", "D");
    assertThat(steps.next().get("B")).containsExactly("C", "D");
    assertThat(steps.next().get("C")).isEmpty();
  }

  @Test
  void several_chains_add_up() {
    Transitions steps = Transitions.of(List.of("A -> B", "B -> C", "A -> C"));

    assertThat(steps.values()).containsExactly("A", "B", "C");
    assertThat(steps.next().get("A")).containsExactly("B", "C");
  }

  @Test
  void blanks_around_and_within_values_are_as_people_type_them() {
    Transitions steps = Transitions.of(List.of("  In setup->On hold ,Ended  "));

    assertThat(steps.next().get("In setup")).isEqualTo(Set.of("On hold", "Ended"));
  }

  @Test
  void no_step_is_needed_to_the_same_value_even_an_unknown_one() {
    assertThat(Transitions.of(List.of("A -> B")).reaches("X", "X")).isTrue();
    assertThat(Transitions.of(List.of("A -> B")).reaches("X", "A")).isFalse();
    assertThat(Transitions.of(List.of("A -> B")).reaches("A", "X")).isFalse();
  }

  @Property
  void what_is_reached_in_two_legs_is_reached_at_once(
      @ForAll("chains") List<String> chains,
      @ForAll("values") String a,
      @ForAll("values") String b,
      @ForAll("values") String c) {
    Transitions steps = Transitions.of(chains);

    assertThat(!steps.reaches(a, b) || !steps.reaches(b, c) || steps.reaches(a, c)).isTrue();
  }

  @Provide
  Arbitrary<List<String>> chains() {
    return values()
        .list()
        .ofMinSize(2)
        .ofMaxSize(4)
        .flatMap(values -> Arbitraries.of(" -> ", " <-> ").map(arrow -> String.join(arrow, values)))
        .list()
        .ofMinSize(1)
        .ofMaxSize(4);
  }

  @Provide
  Arbitrary<String> values() {
    return Arbitraries.of("A", "B", "C", "D", "E");
  }
}
