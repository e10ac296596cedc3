package io.partnerhub.sandbox.smartsheet;

/** How a person points at a row: by its id, or by what a column shows. */
public sealed interface RowRef {

  static RowRef id(long id) {
    return new ById(id);
  }

  /** The first row in which a column shows this text. */
  static RowRef key(String column, String key) {
    return new ByKey(column, key);
  }

  /** By id. */
  record ById(long id) implements RowRef {}

  /** By the text that a column shows. */
  record ByKey(String column, String key) implements RowRef {}
}
