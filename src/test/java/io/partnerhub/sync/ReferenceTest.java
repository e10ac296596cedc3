package io.partnerhub.sync;

import static io.partnerhub.model.SystemName.SMARTSHEET;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.store.TestStore;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The store knows whom each record refers to, as agreed. */
class ReferenceTest {

  private final Family family = new Family();
  private final FakeSystem orders = family.ordersIn(SMARTSHEET);

  @Test
  void a_reference_is_kept_with_its_record_and_follows_every_change_of_it() {
    String first = orders.create(Family.order("O1", "ALFKI"));
    String second = orders.create(Family.order("O2", "ALFKI"));
    family.poll();
    assertThat(references())
        .containsExactly("order 1 partner partner ALFKI", "order 2 partner partner ALFKI");

    family.pass(20);
    orders.edit(first, "partner", "ANATR");
    orders.edit(second, "partner", null);
    family.poll();

    assertThat(references()).containsExactly("order 1 partner partner ANATR");
  }

  @Test
  void a_type_without_references_keeps_none() {
    family.partnersIn(SMARTSHEET).create(Family.partner("ALFKI"));

    family.poll();

    assertThat(references()).isEmpty();
  }

  private static List<String> references() {
    return TestStore.jdbi()
        .withHandle(
            h ->
                h.createQuery(
                        "select type || ' ' || row_number() over (order by record_id) || ' ' || field"
                            + " || ' ' || to_type || ' ' || to_key from reference order by record_id")
                    .mapTo(String.class)
                    .list());
  }
}
