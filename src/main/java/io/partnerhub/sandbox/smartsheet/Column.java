package io.partnerhub.sandbox.smartsheet;

import java.util.List;

/**
 * A column as it stands now; a change of it makes a new one with the same id and slot.
 *
 * @param slot its place in the cells of a row, never used again by another column
 * @param system null for columns that people fill
 * @param format null except for AUTO_NUMBER
 * @param formula null except for column formulas
 * @param validation whether only the options may be typed
 */
record Column(
    long id,
    int slot,
    String title,
    ColumnType type,
    SystemColumnType system,
    AutoNumberFormat format,
    boolean primary,
    boolean locked,
    boolean hidden,
    int width,
    boolean validation,
    String formula,
    List<String> options) {

  /** How an AUTO_NUMBER column shows its numbers. */
  record AutoNumberFormat(String prefix, String fill, String suffix, long startingNumber) {
    static final AutoNumberFormat PLAIN = new AutoNumberFormat("", "", "", 1);

    String show(int ordinal) {
      String digits = Long.toString(startingNumber + ordinal);
      String zeros = "0".repeat(Math.max(0, fill.length() - digits.length()));
      return prefix + zeros + digits + suffix;
    }
  }

  Column {
    options = List.copyOf(options);
  }

  /** By id alone: columns are keys of every row that is written. */
  @Override
  public int hashCode() {
    return Long.hashCode(id);
  }

  /** Whether the service, not a person, decides what its cells show. */
  boolean derived() {
    return system != null || formula != null;
  }
}
