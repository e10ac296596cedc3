package io.partnerhub.sandbox.smartsheet.hook;

/**
 * Something that happened in a sheet, as callbacks tell it: without values.
 *
 * @param objectType sheet, row, column or cell
 * @param eventType created, updated or deleted
 * @param id of the object; null for a cell, which has none
 * @param rowId of a cell; null for anything else
 * @param columnId of a cell; null for anything else
 * @param userId who did it
 * @param second when, UTC, seconds since 1970
 * @param changeAgent the marks that came with the write, with commas between; null without any
 */
public record Event(
    String objectType,
    String eventType,
    Long id,
    Long rowId,
    Long columnId,
    long userId,
    long second,
    String changeAgent) {

  /** The column that it is about; null for anything but a cell or column. */
  Long column() {
    return objectType.equals("column") ? id : columnId;
  }

  /** A row that comes or goes takes the values of all its columns along. */
  boolean isOfWholeRow() {
    return objectType.equals("row") && !eventType.equals("updated");
  }
}
