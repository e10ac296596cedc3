package io.partnerhub.sandbox.smartsheet;

import java.util.Optional;

/** Column types, with the compatibility level from which the API names them. */
enum ColumnType {
  TEXT_NUMBER(0),
  DATE(0),
  DATETIME(0),
  ABSTRACT_DATETIME(0),
  CHECKBOX(0),
  CONTACT_LIST(0),
  PICKLIST(0),
  MULTI_CONTACT_LIST(1),
  MULTI_PICKLIST(2);

  private final int level;

  ColumnType(int level) {
    this.level = level;
  }

  /** The level a reader has to ask for, also the {@code version} of a column in JSON. */
  int level() {
    return level;
  }

  /** How a reader of this level, with or without object values, sees the column. */
  ColumnType seenAt(int readLevel, boolean objectValues) {
    boolean understood = level == 0 || (objectValues && readLevel >= level);
    return understood ? this : TEXT_NUMBER;
  }

  boolean hasOptions() {
    return this == PICKLIST
        || this == MULTI_PICKLIST
        || this == CONTACT_LIST
        || this == MULTI_CONTACT_LIST;
  }

  static Optional<ColumnType> named(String name) {
    for (ColumnType type : values()) {
      if (type.name().equals(name)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
