package io.partnerhub.sandbox.smartsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.smartsheet.api.AuthorizationException;
import com.smartsheet.api.InvalidRequestException;
import com.smartsheet.api.ResourceNotFoundException;
import com.smartsheet.api.Smartsheet;
import com.smartsheet.api.SmartsheetBuilder;
import com.smartsheet.api.SmartsheetException;
import com.smartsheet.api.models.Cell;
import com.smartsheet.api.models.CellHistory;
import com.smartsheet.api.models.Column;
import com.smartsheet.api.models.CopyOrMoveRowDestination;
import com.smartsheet.api.models.CopyOrMoveRowDirective;
import com.smartsheet.api.models.CopyOrMoveRowResult;
import com.smartsheet.api.models.MultiPicklistObjectValue;
import com.smartsheet.api.models.PaginationParameters;
import com.smartsheet.api.models.PartialRowUpdateResult;
import com.smartsheet.api.models.Row;
import com.smartsheet.api.models.Sheet;
import com.smartsheet.api.models.enums.ColumnType;
import com.smartsheet.api.models.enums.SheetInclusion;
import io.partnerhub.sandbox.sim.Fault;
import io.partnerhub.sandbox.sim.FaultRule;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The vendor's own client meets the simulator. */
class VendorClientTest {
  private final Tracker tracker = new Tracker();
  private final Smartsheet client =
      new SmartsheetBuilder()
          .setBaseURI(tracker.server.baseUrl() + "/2.0/")
          .setAccessToken(Tracker.TOKEN)
          .setChangeAgent("partner-hub")
          .setMaxRetryTimeMillis(3_500)
          .build();

  @AfterEach
  void stop() {
    tracker.close();
  }

  private Cell cell(String title, Object value) {
    return new Cell().setColumnId(tracker.column(title)).setValue(value);
  }

  private List<Row> add(Cell... cells) throws SmartsheetException {
    Row row = new Row();
    row.setCells(Arrays.asList(cells));
    row.setToBottom(true);
    return client.sheetResources().rowResources().addRows(tracker.sheetId, List.of(row));
  }

  private static Row change(long id, Cell... cells) {
    Row row = new Row();
    row.setId(id);
    row.setCells(Arrays.asList(cells));
    return row;
  }

  @Test
  void it_reads_its_user_and_the_sheets() throws SmartsheetException {
    assertThat(client.userResources().getCurrentUser().getEmail()).isEqualTo(Tracker.HUB);
    List<Sheet> sheets = client.sheetResources().listSheets(null, null, null).getData();
    assertThat(sheets).extracting(Sheet::getName).containsExactly(Tracker.NAME);
  }

  @Test
  void it_makes_a_sheet_with_columns() throws SmartsheetException {
    Sheet plan = new Sheet();
    plan.setName("New sheet");
    plan.setColumns(
        List.of(
            new Column().setTitle("Key").setType(ColumnType.TEXT_NUMBER).setPrimary(true),
            new Column().setTitle("Day").setType(ColumnType.DATE)));

    Sheet made = client.sheetResources().createSheet(plan);

    assertThat(made.getId()).isPositive();
    assertThat(made.getColumns()).extracting(Column::getTitle).containsExactly("Key", "Day");
  }

  @Test
  void it_adds_reads_changes_and_deletes_rows() throws SmartsheetException {
    Row added = add(cell("Code", "P-1"), cell("Live", true), cell("Start", "2026-01-05")).get(0);
    client
        .sheetResources()
        .rowResources()
        .updateRows(tracker.sheetId, List.of(change(added.getId(), cell("Title", "Alfreds"))));

    Sheet sheet =
        client
            .sheetResources()
            .getSheet(
                tracker.sheetId,
                EnumSet.of(SheetInclusion.WRITER_INFO),
                null,
                null,
                null,
                null,
                null,
                null);
    Row read = sheet.getRows().get(0);
    List<Long> deleted =
        client
            .sheetResources()
            .rowResources()
            .deleteRows(tracker.sheetId, Set.of(added.getId()), true);

    assertThat(sheet.getTotalRowCount()).isEqualTo(1);
    assertThat(read.getId()).isEqualTo(added.getId());
    assertThat(read.getModifiedBy().getEmail()).isEqualTo(Tracker.HUB);
    assertThat(read.getModifiedAt()).isEqualTo("2026-01-05T10:00:00Z");
    assertThat(read.getCells()).extracting(Cell::getDisplayValue).contains("P-1", "Alfreds");
    assertThat(deleted).containsExactly(added.getId());
  }

  @Test
  void it_writes_several_options_as_an_object() throws SmartsheetException {
    Cell regions =
        new Cell()
            .setColumnId(tracker.column("Regions"))
            .setObjectValue(new MultiPicklistObjectValue(List.of("EU", "APAC")));

    Row row = add(regions).get(0);

    assertThat(tracker.shown(row.getId())).containsEntry("Regions", "EU, APAC");
  }

  @Test
  void it_understands_partial_success_of_adds_and_updates() throws SmartsheetException {
    long id = tracker.added("A");
    Row good = new Row();
    good.setCells(List.of(cell("Code", "B")));
    Row bad = new Row();
    bad.setCells(List.of(cell("Status", "Unheard of")));

    PartialRowUpdateResult adds =
        client
            .sheetResources()
            .rowResources()
            .addRowsAllowPartialSuccess(tracker.sheetId, List.of(bad, good));
    PartialRowUpdateResult updates =
        client
            .sheetResources()
            .rowResources()
            .updateRowsAllowPartialSuccess(
                tracker.sheetId,
                List.of(
                    change(id, cell("Live", "yes")),
                    change(adds.getResult().get(0).getId(), cell("Code", "C"))));

    assertThat(adds.getResult()).hasSize(1);
    assertThat(adds.getFailedItems().get(0).getIndex()).isZero();
    assertThat(adds.getFailedItems().get(0).getError().getErrorCode()).isEqualTo(1042);
    assertThat(updates.getFailedItems().get(0).getRowId()).isEqualTo(id);
    assertThat(tracker.shown(adds.getResult().get(0).getId())).containsEntry("Code", "C");
  }

  @Test
  void it_puts_rows_beneath_a_parent_and_indents_them() throws SmartsheetException {
    long parent = tracker.added("A");
    long other = tracker.added("B");
    long third = tracker.added("C");
    Row beneath = change(other, cell("Title", "child"));
    beneath.setParentId(parent);
    beneath.setToBottom(true);
    Row indented = new Row();
    indented.setId(third);
    indented.setIndent(1);

    Row placed =
        client.sheetResources().rowResources().updateRows(tracker.sheetId, List.of(beneath)).get(0);
    client.sheetResources().rowResources().updateRows(tracker.sheetId, List.of(indented));

    assertThat(placed.getParentId()).isEqualTo(parent);
    assertThat(tracker.service.desk().rows(Tracker.NAME))
        .extracting(RowState::parentId)
        .containsExactly(null, parent, parent);
  }

  @Test
  void it_moves_rows_to_another_sheet() throws SmartsheetException {
    long id = tracker.added("A");
    long target =
        tracker
            .service
            .desk()
            .createSheet(new SheetPlan("Archive", List.of(SheetPlan.ColumnPlan.primary("Code"))));

    CopyOrMoveRowResult result =
        client
            .sheetResources()
            .rowResources()
            .moveRows(
                tracker.sheetId,
                null,
                false,
                new CopyOrMoveRowDirective()
                    .setRowIds(List.of(id))
                    .setTo(new CopyOrMoveRowDestination().setSheetId(target)));

    assertThat(result.getDestinationSheetId()).isEqualTo(Long.toString(target));
    assertThat(result.getRowMappings().get(0).getFrom()).isEqualTo(id);
    assertThat(tracker.service.desk().rows("Archive").get(0).id())
        .isEqualTo(result.getRowMappings().get(0).getTo());
  }

  @Test
  void it_reads_cell_history() throws SmartsheetException {
    long id = tracker.added("A");
    client
        .sheetResources()
        .rowResources()
        .updateRows(tracker.sheetId, List.of(change(id, cell("Code", "B"))));

    List<CellHistory> history =
        client
            .sheetResources()
            .rowResources()
            .cellResources()
            .getCellHistory(
                tracker.sheetId,
                id,
                tracker.column("Code"),
                new PaginationParameters.PaginationParametersBuilder().setIncludeAll(true).build())
            .getData();

    assertThat(history).extracting(CellHistory::getValue).containsExactly("B", "A");
    assertThat(history.get(0).getModifiedBy().getEmail()).isEqualTo(Tracker.HUB);
  }

  @Test
  void it_maps_errors_to_its_exceptions() {
    assertThatThrownBy(() -> add(cell("Live", "yes")))
        .isInstanceOfSatisfying(
            InvalidRequestException.class, e -> assertThat(e.getErrorCode()).isEqualTo(1042));
    assertThatThrownBy(() -> client.sheetResources().getSheetVersion(12))
        .isInstanceOf(ResourceNotFoundException.class);
    tracker.service.controls().tokenExpired(true);
    assertThatThrownBy(() -> client.userResources().getCurrentUser())
        .isInstanceOf(AuthorizationException.class);
  }

  @Test
  void it_waits_and_tries_again_after_too_many_requests() throws SmartsheetException {
    tracker.server.faults().add(FaultRule.once("GET", "/users/me", new Fault.RateLimit()));

    assertThat(client.userResources().getCurrentUser().getEmail()).isEqualTo(Tracker.HUB);
    assertThat(tracker.server.counters().snapshot().of("GET /users/me")).isEqualTo(2);
  }
}
