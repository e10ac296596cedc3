package io.partnerhub.model;

/** A kind of record that the hub keeps the same everywhere, such as {@code partner}. */
public record RecordType(String name) {

  @Override
  public String toString() {
    return name;
  }
}
