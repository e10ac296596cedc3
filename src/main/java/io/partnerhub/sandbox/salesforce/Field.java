package io.partnerhub.sandbox.salesforce;

import java.util.List;

/**
 * One field of an object.
 *
 * @param ordinal its place in a row
 * @param length of texts, in characters; 0 for other kinds
 * @param precision of numbers, digits in all; {@code scale} of them behind the point
 * @param required never null
 * @param defaulted the org fills it in when a new record leaves it out
 * @param calculated described as a formula, which nobody may write
 * @param unique no two records that are not deleted hold the same value, whatever its case
 * @param restricted no value outside {@code options}
 * @param referenceTo the object an id points to, or empty
 * @param relationshipName how queries name that object's record, or empty
 */
record Field(
    int ordinal,
    String name,
    String label,
    FieldType type,
    int length,
    int precision,
    int scale,
    boolean required,
    boolean defaulted,
    boolean writable,
    boolean calculated,
    boolean externalId,
    boolean unique,
    boolean restricted,
    List<String> options,
    String referenceTo,
    String relationshipName) {

  private static final int LONGEST_FILTERABLE = 255;

  Field {
    writable = writable && !calculated;
  }

  FieldType.Kind kind() {
    return type.kind();
  }

  boolean isCustom() {
    return name.endsWith("__c");
  }

  /** Long text areas are neither filtered nor sorted by. */
  boolean isFilterable() {
    return type != FieldType.TEXTAREA || length <= LONGEST_FILTERABLE;
  }
}
