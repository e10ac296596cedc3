package io.partnerhub.sandbox.bench.first;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.partnerhub.sandbox.bench.world.World;
import io.partnerhub.sandbox.smartsheet.RowRef;
import java.util.ArrayList;
import java.util.List;

/**
 * What the plain client is to carry over: it remembers no ids, so it is told them.
 *
 * @param since what changed from here on is read first; an ISO instant
 * @param rows to be written in each sheet, in the order of the sheets
 * @param accounts to be written in Salesforce
 */
record PlainChange(String since, List<List<Row>> rows, List<Account> accounts) {

  /** A row whose account was edited. */
  record Row(long id, String title) {}

  /** An account whose row was edited. */
  record Account(String id, String contact) {}

  static PlainChange of(Edits edits, World world, String since) {
    List<List<Row>> rows = new ArrayList<>();
    world.sheets().forEach(sheet -> rows.add(new ArrayList<>()));
    for (int number : edits.inSalesforce()) {
      long id = ((RowRef.ById) edits.row(number)).id();
      rows.get(world.size().sheetOf(number)).add(new Row(id, Edits.title(number)));
    }
    List<Account> accounts = new ArrayList<>();
    for (int number : edits.inTracker()) {
      accounts.add(new Account(world.inSalesforce(number, "Id"), Edits.contact(number)));
    }
    return new PlainChange(since, rows, accounts);
  }

  /** One line of JSON. */
  String line() throws JsonProcessingException {
    return PlainClient.JSON.writeValueAsString(this);
  }

  static PlainChange read(String line) throws JsonProcessingException {
    return PlainClient.JSON.readValue(line, PlainChange.class);
  }
}
