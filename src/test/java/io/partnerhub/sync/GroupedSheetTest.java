package io.partnerhub.sync;

import static io.partnerhub.sync.GroupedTracker.ANN;
import static io.partnerhub.sync.GroupedTracker.SHEET;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.sandbox.smartsheet.RowRef;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GroupedSheetTest {

  private final GroupedTracker tracker = new GroupedTracker(3);

  @AfterEach
  void stop() {
    tracker.close();
  }

  private static RowRef order(String key) {
    return RowRef.key("Order", key);
  }

  private long heading(String partner) {
    return tracker.desk().addRow(SHEET, Map.of("Partner", partner), ANN);
  }

  private void drag(String key, long heading) {
    tracker.desk().drag(SHEET, List.of(order(key)), RowRef.id(heading), ANN);
  }

  private void type(String key, String partner) {
    tracker.desk().edit(SHEET, order(key), Map.of("Partner", partner), ANN);
  }

  private String beneath(String key) {
    return tracker.headings().get(tracker.desk().row(SHEET, order(key)).id());
  }

  @Test
  void an_order_that_is_dragged_to_one_partner_and_typed_as_another_is_held_until_both_agree() {
    String inSalesforce = tracker.salesforce.create(Map.of("key", "O1", "partner", "ALFKI"));
    long bonap = heading("BONAP");
    tracker.sync(3);
    drag("O1", bonap);
    type("O1", "CHOPS");
    tracker.sync(3);

    assertThat(tracker.salesforce.get(inSalesforce, "partner")).isEqualTo("ALFKI");
    assertThat(tracker.desk().row(SHEET, order("O1")).cells()).containsEntry("Partner", "CHOPS");
    assertThat(beneath("O1")).isEqualTo("BONAP");

    type("O1", "BONAP");
    tracker.sync(3);

    assertThat(tracker.salesforce.get(inSalesforce, "partner")).isEqualTo("BONAP");
    assertThat(beneath("O1")).isEqualTo("BONAP");
  }

  @Test
  void a_row_without_a_key_is_a_stray_until_it_becomes_a_heading() {
    long row = tracker.desk().addRow(SHEET, Map.of("Note", "new partner"), ANN);
    tracker.sync(2);
    List<String> before = tracker.strays();

    tracker.desk().edit(SHEET, RowRef.id(row), Map.of("Partner", "ALFKI"), ANN);
    tracker.salesforce.create(Map.of("key", "O1", "partner", "ALFKI"));
    tracker.sync(3);

    assertThat(before).containsExactly(Long.toString(row));
    assertThat(tracker.strays()).isEmpty();
    assertThat(tracker.desk().row(SHEET, order("O1")).parentId()).isEqualTo(row);
  }

  @Test
  void an_order_whose_key_is_cleared_is_an_edit_of_it_and_no_heading() {
    String inSalesforce = tracker.salesforce.create(Map.of("key", "O1", "note", "n"));
    tracker.sync(3);
    long row = tracker.desk().row(SHEET, order("O1")).id();

    tracker.desk().edit(SHEET, RowRef.id(row), Map.of("Order", "", "Partner", "ALFKI"), ANN);
    tracker.salesforce.create(Map.of("key", "O2", "partner", "ALFKI"));
    tracker.sync(3);

    assertThat(tracker.salesforce.get(inSalesforce, "partner")).isEqualTo("ALFKI");
    assertThat(tracker.desk().row(SHEET, order("O2")).parentId()).isNotEqualTo(row);
  }
}
