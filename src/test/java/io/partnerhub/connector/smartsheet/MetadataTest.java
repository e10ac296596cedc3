package io.partnerhub.connector.smartsheet;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.mapping.Kind;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.mapping.Metadata;
import io.partnerhub.mapping.Metadata.NativeField;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MetadataTest {

  private final Tracker tracker = new Tracker();
  private final Mapping one = tracker.inOneSheet(tracker.europe);

  @AfterEach
  void stop() {
    tracker.close();
  }

  private Map<String, NativeField> fields() {
    return tracker.connector().metadata(one).get(0).fields();
  }

  @Test
  void a_sheet_is_described_by_its_title_and_columns() {
    Metadata metadata = tracker.connector().metadata(one).get(0);

    assertThat(metadata.location()).isEqualTo(tracker.europe);
    assertThat(metadata.title()).isEqualTo("Europe");
    assertThat(metadata.fields()).hasSize(14);
  }

  @Test
  void a_column_s_type_tells_what_it_can_carry() {
    Map<String, NativeField> fields = fields();

    assertThat(fields.get("Company").kinds())
        .contains(Kind.TEXT, Kind.NUMBER, Kind.MONEY, Kind.EMAIL, Kind.PHONE, Kind.DATETIME);
    assertThat(fields.get("Company").maxLength()).isEqualTo(4_000);
    assertThat(fields.get("Onboarded on").kinds()).containsExactly(Kind.DATE);
    assertThat(fields.get("Newsletter").kinds()).containsExactly(Kind.BOOLEAN);
    assertThat(fields.get("Contact").kinds()).containsExactly(Kind.EMAIL);
    assertThat(fields.get("Programmes").kinds()).containsExactly(Kind.MULTI_PICKLIST);
  }

  @Test
  void a_picklist_tells_the_options_that_a_strict_write_is_held_to() {
    assertThat(fields().get("Status").options()).containsExactly("Active", "Paused");
    assertThat(fields().get("Company").options()).isNull();
  }

  @Test
  void system_formula_and_locked_columns_are_not_writable() {
    tracker.desk().changeColumn(tracker.europe, "Phone", Map.of("locked", true), Tracker.ANN);

    Map<String, NativeField> fields = fields();

    assertThat(fields.get("Modified").writable()).isFalse();
    assertThat(fields.get("Shout").writable()).isFalse();
    assertThat(fields.get("Phone").writable()).isFalse();
    assertThat(fields.get("Company").writable()).isTrue();
  }

  @Test
  void a_sheet_that_does_not_exist_is_left_out() {
    assertThat(tracker.connector().metadata(tracker.inOneSheet("4711"))).isEmpty();
    assertThat(tracker.connector().metadata(tracker.inOneSheet("Partner tracker"))).isEmpty();
  }
}
