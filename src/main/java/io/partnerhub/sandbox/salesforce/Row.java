package io.partnerhub.sandbox.salesforce;

import java.time.Instant;

/** One version of a record; never changes. */
final class Row {

  private final SObjectType type;
  private final Object[] values;
  private final int shuffle;

  /**
   * A version that owns the given array.
   *
   * @param values by the fields' ordinals
   */
  Row(SObjectType type, Object[] values) {
    this.type = type;
    this.values = values;
    this.shuffle = scramble(id());
  }

  SObjectType type() {
    return type;
  }

  Object get(Field field) {
    return at(field.ordinal());
  }

  Object at(int ordinal) {
    return values[ordinal];
  }

  /** 15 characters. */
  String id() {
    return (String) values[SObjectType.ID];
  }

  Instant stamp() {
    return (Instant) values[SObjectType.SYSTEM_MODSTAMP];
  }

  Instant lastModified() {
    return (Instant) values[SObjectType.LAST_MODIFIED_DATE];
  }

  boolean deleted() {
    return (Boolean) values[SObjectType.IS_DELETED];
  }

  /** A copy to make the next version of. */
  Object[] values() {
    return values.clone();
  }

  /** The order of rows that a query leaves open: always the same, never that of insertion. */
  int shuffle() {
    return shuffle;
  }

  private static int scramble(String id) {
    int hash = id.hashCode() * 0x9E3779B9;
    hash ^= hash >>> 15;
    return hash * 0x85EBCA6B;
  }
}
