package io.partnerhub.mapping;

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
  REFERENCE
}
