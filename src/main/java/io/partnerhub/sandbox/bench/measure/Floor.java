package io.partnerhub.sandbox.bench.measure;

import java.util.List;

/** The fewest calls that can move so many records, by what one call of each system takes. */
public final class Floor {

  private static final int SALESFORCE_WRITES = 1_000;
  private static final int SALESFORCE_READS = 2_000;
  private static final int SMARTSHEET_WRITES = 500;
  private static final int SMARTSHEET_READS = 400;
  private static final int FULFILLMENT_WRITES = 500;
  private static final int FULFILLMENT_READS = 200;

  private Floor() {}

  /** A composite call holds five collections of 200. */
  public static long salesforceWrites(int records) {
    return calls(records, SALESFORCE_WRITES);
  }

  /** Reads by id before updates. */
  public static long salesforceReads(int records) {
    return calls(records, SALESFORCE_READS);
  }

  public static long smartsheetWrites(List<Integer> rowsOfEachSheet) {
    return rowsOfEachSheet.stream().mapToLong(rows -> calls(rows, SMARTSHEET_WRITES)).sum();
  }

  /** Reads by row id before updates; a longer list of ids would make the address too long. */
  public static long smartsheetReads(List<Integer> rowsOfEachSheet) {
    return rowsOfEachSheet.stream().mapToLong(rows -> calls(rows, SMARTSHEET_READS)).sum();
  }

  /** A batch of one resource. */
  public static long fulfillmentWrites(int records) {
    return calls(records, FULFILLMENT_WRITES);
  }

  /** Reads by id before updates. */
  public static long fulfillmentReads(int records) {
    return calls(records, FULFILLMENT_READS);
  }

  private static long calls(int records, int mostACall) {
    return (records + mostACall - 1L) / mostACall;
  }
}
