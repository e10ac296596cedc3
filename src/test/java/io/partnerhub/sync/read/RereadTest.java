package io.partnerhub.sync.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.model.NativeId;
import io.partnerhub.sync.system.Hint;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RereadTest {

  private static final Set<String> SEEN = Set.of("1", "2", "3");

  @Test
  void copies_are_read_by_their_ids_each_once() {
    Reread what =
        Reread.of(List.of(Hint.of("a", "1"), Hint.of("b", "2"), Hint.of("a", "1")), SEEN, 2);

    assertThat(what.places()).isEmpty();
    assertThat(what.copies()).containsExactly(new NativeId("a", "1"), new NativeId("b", "2"));
  }

  @Test
  void what_was_never_seen_is_read_with_the_news_of_its_place() {
    Reread what = Reread.of(List.of(Hint.of("a", "9"), Hint.somewhereIn("b")), SEEN, 2);

    assertThat(what.places()).containsExactly("a", "b");
    assertThat(what.copies()).isEmpty();
  }

  @Test
  void a_copy_is_read_also_where_the_news_of_its_place_are() {
    Reread what = Reread.of(List.of(Hint.of("a", "1"), Hint.somewhereIn("a")), SEEN, 9);

    assertThat(what.places()).containsExactly("a");
    assertThat(what.copies()).containsExactly(new NativeId("a", "1"));
  }

  @Test
  void enough_copies_of_one_place_are_read_with_its_news() {
    Reread what =
        Reread.of(List.of(Hint.of("a", "1"), Hint.of("b", "3"), Hint.of("a", "2")), SEEN, 2);

    assertThat(what.places()).containsExactly("a");
    assertThat(what.copies()).containsExactly(new NativeId("b", "3"));
  }
}
