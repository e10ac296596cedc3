package io.partnerhub.sandbox.demo;

import io.partnerhub.model.SystemName;
import java.util.LinkedHashMap;
import java.util.Map;

/** Records that come, go or change their key. */
final class RecordScenes {

  private static final String NEWCOMER = "FJORD";

  private final Systems systems;
  private final Play play;
  private final Cast cast;

  RecordScenes(Systems systems, Play play, Cast cast) {
    this.systems = systems;
    this.play = play;
    this.cast = cast;
  }

  void newInTheTracker() throws InterruptedException {
    Map<String, Object> cells = new LinkedHashMap<>();
    cells.put("Code", " fjord");
    cells.put("Company", "Fjord Fisk AS");
    cells.put("Country", "Norway");
    cells.put("Region", "EU");
    cells.put("Status", "lead");
    play.arrives(
        NEWCOMER + ": a new partner, code typed as \" fjord\"",
        Play.TRACKER,
        () -> systems.addRow(cells),
        () -> systems.inSalesforce(NEWCOMER, "status").equals("Prospect"),
        () ->
            "Salesforce has %s, %s"
                .formatted(
                    systems.inSalesforce(NEWCOMER, "name"),
                    systems.inSalesforce(NEWCOMER, "status")));
  }

  void renamedKey() throws InterruptedException {
    String code = cast.next();
    String renamed = code + "2";
    String row = systems.row(code).orElseThrow().id();
    int rows = systems.rows().size();
    play.arrives(
        "%s code: %s".formatted(code, renamed),
        Play.SALESFORCE,
        () -> systems.editAccount(code, "code", renamed),
        () ->
            systems.row(renamed).filter(copy -> copy.id().equals(row)).isPresent()
                && systems.rows().size() == rows,
        () -> "the same row shows %s; no row came or went".formatted(renamed));
  }

  /** Returns the partner that is gone from Salesforce. */
  String deletedInSalesforce() throws InterruptedException {
    String code = cast.next();
    play.arrives(
        code + " deleted",
        Play.SALESFORCE,
        () -> systems.deleteAccount(code),
        () -> "Removed".equals(play.value(SystemName.SMARTSHEET, code, "status")),
        () -> "by rule the row is marked: " + systems.inTracker(code, "status"));
    return code;
  }

  /** Returns the partner that is gone from the tracker. */
  String deletedRow() throws InterruptedException {
    String code = cast.next();
    Map<String, Object> before = systems.account(code).orElseThrow().shown();
    play.stays(
        code + " row deleted",
        Play.TRACKER,
        () -> systems.deleteRow(code),
        () ->
            systems.row(code).isEmpty()
                && systems.account(code).filter(a -> a.shown().equals(before)).isPresent(),
        () -> "by rule Salesforce keeps it, and the row does not come back");
    return code;
  }
}
