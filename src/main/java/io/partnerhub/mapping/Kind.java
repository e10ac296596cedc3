package io.partnerhub.mapping;

import java.util.Locale;

/** What a field holds; decides its canonical text form and how two values compare. */
public enum Kind {
  TEXT,
  EMAIL,
  PHONE,
  NUMBER,
  MONEY,
  DATE,
  DATETIME,
  BOOLEAN,
  PICKLIST,
  MULTI_PICKLIST,
  REFERENCE;

  /** As mapping files write it. */
  String inWords() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
