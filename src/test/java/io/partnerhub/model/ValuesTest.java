package io.partnerhub.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ValuesTest {

  @Property(tries = 300)
  void fields_stand_in_the_order_of_their_names_whatever_is_set_or_left_out(
      @ForAll("fields") Map<String, String> first,
      @ForAll("fields") Map<String, String> changes,
      @ForAll("names") String left) {
    TreeMap<String, String> expected = new TreeMap<>(first);
    Values values = Values.of(first);
    for (Map.Entry<String, String> change : changes.entrySet()) {
      values = values.with(change.getKey(), change.getValue());
      expected.put(change.getKey(), change.getValue());
    }
    values = values.with(left, null);
    expected.remove(left);

    assertThat(values.asMap()).containsExactlyEntriesOf(expected);
    assertThat(values).isEqualTo(Values.of(expected)).hasSameHashCodeAs(Values.of(expected));
    assertThat(values.only(name -> name.compareTo("d") < 0).asMap())
        .containsExactlyEntriesOf(expected.headMap("d"));
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.strings().withCharRange('a', 'h').ofLength(1);
  }

  @Provide
  Arbitrary<Map<String, String>> fields() {
    return Arbitraries.maps(names(), Arbitraries.strings().alpha().ofMaxLength(2)).ofMaxSize(8);
  }
}
