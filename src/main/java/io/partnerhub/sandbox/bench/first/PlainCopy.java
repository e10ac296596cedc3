package io.partnerhub.sandbox.bench.first;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.partnerhub.mapping.Field;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.mapping.MappingFile;
import io.partnerhub.model.SystemName;
import io.partnerhub.sandbox.bench.world.BenchMapping;
import io.partnerhub.sandbox.bench.world.Size;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The same payloads by a client that keeps nothing: read all, add all; then read what changed, read
 * what is to be written, write it. A program of its own, which is told on standard input what to do
 * and says on standard output when it is done.
 */
final class PlainCopy {

  /** Asks for all partners; any other line is a {@link PlainChange}. */
  static final String EVERYTHING = "everything";

  static final String DONE = "done";

  private final Size size;
  private final PlainSalesforce salesforce;
  private final List<PlainSmartsheet> sheets;
  private final Map<String, String> titles;

  private PlainCopy(
      Size size,
      PlainSalesforce salesforce,
      List<PlainSmartsheet> sheets,
      Map<String, String> titles) {
    this.size = size;
    this.salesforce = salesforce;
    this.sheets = sheets;
    this.titles = titles;
  }

  /** Arguments: number of partners, Salesforce's address, Smartsheet's address, ids of sheets. */
  public static void main(String[] args) throws IOException, InterruptedException {
    PlainCopy copy =
        signIn(
            new Size(Integer.parseInt(args[0])),
            args[1],
            args[2],
            List.of(args).subList(3, args.length));
    BufferedReader orders =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String order = orders.readLine(); order != null; order = orders.readLine()) {
      if (order.equals(EVERYTHING)) {
        copy.everything();
      } else {
        copy.change(PlainChange.read(order));
      }
      System.out.println(DONE);
    }
  }

  private static PlainCopy signIn(
      Size size, String salesforceUrl, String smartsheetUrl, List<String> sheetIds)
      throws IOException, InterruptedException {
    Map<String, String> titles = titles();
    List<PlainSmartsheet> sheets = new ArrayList<>();
    for (String id : sheetIds) {
      sheets.add(PlainSmartsheet.open(smartsheetUrl, id));
    }
    return new PlainCopy(
        size, PlainSalesforce.signIn(salesforceUrl, titles.keySet()), sheets, titles);
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
  private void everything() throws IOException, InterruptedException {
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
    return size.sheetOf(Integer.parseInt(code.substring(1)));
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

  private void change(PlainChange change) throws IOException, InterruptedException {
    salesforce.read(" WHERE SystemModstamp >= " + change.since(), page -> {});
    for (PlainSmartsheet sheet : sheets) {
      sheet.readChangedSince(change.since());
    }
    for (int i = 0; i < sheets.size(); i++) {
      toTracker(sheets.get(i), change.rows().get(i));
    }
    toSalesforce(change.accounts());
  }

  private void toTracker(PlainSmartsheet sheet, List<PlainChange.Row> changed)
      throws IOException, InterruptedException {
    List<String> ids = new ArrayList<>();
    List<ObjectNode> rows = new ArrayList<>();
    for (PlainChange.Row row : changed) {
      ids.add(Long.toString(row.id()));
      rows.add(sheet.row(row.id(), Map.of("Title", TextNode.valueOf(row.title()))));
    }
    sheet.readByIds(ids);
    sheet.update(rows);
  }

  private void toSalesforce(List<PlainChange.Account> changed)
      throws IOException, InterruptedException {
    List<String> ids = new ArrayList<>();
    List<ObjectNode> records = new ArrayList<>();
    for (PlainChange.Account account : changed) {
      ids.add(account.id());
      ObjectNode record = PlainClient.JSON.createObjectNode();
      record.putObject("attributes").put("type", "Account");
      records.add(record.put("id", account.id()).put("Contact_Name__c", account.contact()));
    }
    salesforce.readByIds(ids);
    salesforce.update(records);
  }
}
