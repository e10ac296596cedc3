package io.partnerhub.sandbox.salesforce;

/**
 * What one transaction did to a record.
 *
 * @param before null when the record is new
 */
record RowChange(Row before, Row after) {

  /** How change events call it. */
  String type() {
    if (before == null) {
      return "CREATE";
    }
    if (after.deleted() != before.deleted()) {
      return after.deleted() ? "DELETE" : "UNDELETE";
    }
    return "UPDATE";
  }
}
