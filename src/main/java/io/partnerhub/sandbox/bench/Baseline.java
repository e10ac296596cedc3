package io.partnerhub.sandbox.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.partnerhub.mapping.Field;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.mapping.MappingFile;
import io.partnerhub.model.SystemName;
import io.partnerhub.sandbox.smartsheet.RowRef;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The same payloads by a client that keeps nothing: read all, add all; then read what changed, read
 * what is to be written, write it.
 *
 * @param firstSeconds for all partners
 * @param changeSeconds for the change
 */
record Baseline(double firstSeconds, double changeSeconds) {

  static Baseline measure(Size size) throws IOException, InterruptedException {
    try (World world = World.of(size)) {
      Copying copying = Copying.in(world);
      long began = System.nanoTime();
      copying.everything();
      double first = Seconds.since(began);
      Edits edits = Edits.in(world);
      Instant before = Instant.now().truncatedTo(ChronoUnit.SECONDS);
      edits.make();
      began = System.nanoTime();
      copying.change(edits, before);
      return new Baseline(first, Seconds.since(began));
    }
  }

  /** The plain client at work. */
  private static final class Copying {

    private final World world;
    private final PlainSalesforce salesforce;
    private final List<PlainSmartsheet> sheets;
    private final Map<String, String> titles;

    private Copying(
        World world,
        PlainSalesforce salesforce,
        List<PlainSmartsheet> sheets,
        Map<String, String> titles) {
      this.world = world;
      this.salesforce = salesforce;
      this.sheets = sheets;
      this.titles = titles;
    }

    static Copying in(World world) throws IOException, InterruptedException {
      Map<String, String> titles = titles();
      List<PlainSmartsheet> sheets = new ArrayList<>();
      for (String id : world.sheets()) {
        sheets.add(PlainSmartsheet.open(world.smartsheet().baseUrl(), id));
      }
      return new Copying(
          world,
          PlainSalesforce.signIn(world.salesforce().baseUrl(), titles.keySet()),
          sheets,
          titles);
    }

    /** Titles of the tracker's columns by names of Salesforce's fields. */
    private static Map<String, String> titles() {
      Mapping mapping = MappingFile.load(BenchMapping.published(), Map.of("partner", "1"));
      Map<String, String> titles = new LinkedHashMap<>();
      for (Field field : mapping.fields()) {
        titles.put(
            field.names().get(SystemName.SALESFORCE), field.names().get(SystemName.SMARTSHEET));
      }
      return titles;
    }

    /** Rows are added as soon as they make a full call, so that they are never held all. */
    void everything() throws IOException, InterruptedException {
      List<List<ObjectNode>> rows = new ArrayList<>();
      sheets.forEach(sheet -> rows.add(new ArrayList<>()));
      salesforce.read(
          "",
          page -> {
            for (JsonNode account : page) {
              add(rows, account);
            }
          });
      for (int i = 0; i < sheets.size(); i++) {
        sheets.get(i).add(rows.get(i));
      }
    }

    private void add(List<List<ObjectNode>> rows, JsonNode account)
        throws IOException, InterruptedException {
      int sheet = sheetOf(account);
      List<ObjectNode> waiting = rows.get(sheet);
      waiting.add(sheets.get(sheet).row(cells(account)));
      if (waiting.size() == PlainSmartsheet.ROWS_A_WRITE) {
        sheets.get(sheet).add(waiting);
        waiting.clear();
      }
    }

    private int sheetOf(JsonNode account) {
      String code = account.path("Partner_Code__c").asText();
      return world.size().sheetOf(Integer.parseInt(code.substring(1)));
    }

    private Map<String, JsonNode> cells(JsonNode account) {
      Map<String, JsonNode> cells = new LinkedHashMap<>();
      titles.forEach(
          (field, title) -> {
            if (account.hasNonNull(field)) {
              cells.put(title, account.get(field));
            }
          });
      return cells;
    }

    void change(Edits edits, Instant since) throws IOException, InterruptedException {
      salesforce.read(" WHERE SystemModstamp >= " + since, page -> {});
      for (PlainSmartsheet sheet : sheets) {
        sheet.readChangedSince(since.toString());
      }
      toTracker(edits);
      toSalesforce(edits);
    }

    private void toTracker(Edits edits) throws IOException, InterruptedException {
      for (int i = 0; i < sheets.size(); i++) {
        PlainSmartsheet sheet = sheets.get(i);
        List<String> ids = new ArrayList<>();
        List<ObjectNode> rows = new ArrayList<>();
        for (int number : edits.inSalesforce()) {
          if (world.size().sheetOf(number) == i) {
            long id = ((RowRef.ById) edits.row(number)).id();
            ids.add(Long.toString(id));
            rows.add(sheet.row(id, Map.of("Title", TextNode.valueOf(Edits.title(number)))));
          }
        }
        sheet.readByIds(ids);
        sheet.update(rows);
      }
    }

    private void toSalesforce(Edits edits) throws IOException, InterruptedException {
      List<String> ids = new ArrayList<>();
      List<ObjectNode> records = new ArrayList<>();
      for (int number : edits.inTracker()) {
        String id = world.inSalesforce(number, "Id");
        ids.add(id);
        ObjectNode record = PlainClient.JSON.createObjectNode();
        record.putObject("attributes").put("type", "Account");
        records.add(record.put("id", id).put("Contact_Name__c", Edits.contact(number)));
      }
      salesforce.readByIds(ids);
      salesforce.update(records);
    }
  }
}
