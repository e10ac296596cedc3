package io.partnerhub.sandbox.matrix;

import io.partnerhub.mapping.Mapping;
import io.partnerhub.sandbox.Rig;
import io.partnerhub.sandbox.TrackerSheet;
import io.partnerhub.sandbox.smartsheet.Desk;
import io.partnerhub.sandbox.smartsheet.RowState;
import java.util.List;

/** The two sheets that partners are in: those of Europe, and the rest. */
record PartnerSheets(Desk desk, String europe, String rest) {

  static final String EUROPE = "Europe";
  static final String ELSEWHERE = "North America";

  /** Makes the second one. */
  static PartnerSheets of(Rig rig) {
    Mapping mapping = rig.systems().partners().mapping();
    String rest = "Partners of the rest";
    long id = rig.desk().createSheet(TrackerSheet.of(rest, mapping));
    rig.set("SMARTSHEET_SHEET_PARTNER_EUROPE", rig.systems().sheetIds().get("partner"));
    rig.set("SMARTSHEET_SHEET_PARTNER_REST", Long.toString(id));
    return new PartnerSheets(rig.desk(), TrackerSheet.titleOf(mapping.type()), rest);
  }

  /** The region whose sheet a partner is not in. */
  String otherRegion(String code) {
    return rows(europe, code).isEmpty() ? EUROPE : ELSEWHERE;
  }

  /** Whether the one row of a partner is where its region belongs, and says so. */
  boolean hasMoved(String code, String region) {
    boolean isEuropean = region.equals(EUROPE);
    List<RowState> there = rows(isEuropean ? europe : rest, code);
    return rows(isEuropean ? rest : europe, code).isEmpty()
        && there.size() == 1
        && region.equals(there.get(0).cells().get("Region"));
  }

  private List<RowState> rows(String sheet, String code) {
    return desk.rows(sheet).stream().filter(row -> code.equals(row.cells().get("Code"))).toList();
  }
}
