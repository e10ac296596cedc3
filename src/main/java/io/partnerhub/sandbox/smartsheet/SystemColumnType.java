package io.partnerhub.sandbox.smartsheet;

import java.util.Optional;

/** Columns that the service fills itself, with the type each must have. */
enum SystemColumnType {
  AUTO_NUMBER(ColumnType.TEXT_NUMBER),
  CREATED_DATE(ColumnType.DATETIME),
  MODIFIED_DATE(ColumnType.DATETIME),
  CREATED_BY(ColumnType.CONTACT_LIST),
  MODIFIED_BY(ColumnType.CONTACT_LIST);

  private final ColumnType type;

  SystemColumnType(ColumnType type) {
    this.type = type;
  }

  ColumnType type() {
    return type;
  }

  static Optional<SystemColumnType> named(String name) {
    for (SystemColumnType type : values()) {
      if (type.name().equals(name)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
