package io.partnerhub.store;

import static io.partnerhub.model.SystemName.SALESFORCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.mapping.DeleteRule;
import io.partnerhub.mapping.Field;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.mapping.Placement;
import io.partnerhub.mapping.Side;
import io.partnerhub.mapping.TextFields;
import io.partnerhub.model.RecordType;
import io.partnerhub.sync.read.ChangedMapping;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A field that a changed mapping takes for the name of a record, and that was text before. */
class ReferringAnewTest {

  private final PostgresStore store = TestStore.empty(Clock.systemUTC());

  @BeforeEach
  void an_order_that_names_a_partner() {
    start(null);
    TestStore.jdbi()
        .useHandle(
            h ->
                h.execute(
                    "insert into record (id, type, key, agreed, origins, held) values"
                        + " (1, 'order', 'O1', '{\"key\": \"O1\", \"partner\": \"P1\"}', '{}', '{}')"));
  }

  @Test
  void it_refers_to_that_record_although_nobody_edits_it() {
    start(new RecordType("partner"));
    assertThat(references()).containsExactly("1 partner partner P1");

    start(new RecordType("account"));
    assertThat(references()).containsExactly("1 partner account P1");

    start(null);
    assertThat(references()).isEmpty();
  }

  private void start(RecordType to) {
    new ChangedMapping(store, order(to), what -> {}).settle();
  }

  private static List<String> references() {
    return TestStore.jdbi()
        .withHandle(
            h ->
                h.createQuery(
                        "select concat_ws(' ', record_id, field, to_type, to_key) from reference")
                    .mapTo(String.class)
                    .list());
  }

  private static Mapping order(RecordType to) {
    Side side = new Side(SALESFORCE, new Placement.One("Order"), new DeleteRule.Ignore());
    List<Field> fields = List.of(field("key", null), field("partner", to));
    return new Mapping(new RecordType("order"), "1", "key", fields, Map.of(SALESFORCE, side));
  }

  private static Field field(String name, RecordType to) {
    return TextFields.text(name, to, Map.of(SALESFORCE, name));
  }
}
