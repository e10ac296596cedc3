package io.partnerhub.model;

/** The name of an outside system, as it stands in mappings, configuration and tables. */
public record SystemName(String value) implements Comparable<SystemName> {

  public static final SystemName SALESFORCE = new SystemName("salesforce");
  public static final SystemName SMARTSHEET = new SystemName("smartsheet");
  public static final SystemName FULFILLMENT = new SystemName("fulfillment");

  /** The hub itself, where it or a person at it decides; no mapping names it. */
  public static final SystemName HUB = new SystemName("hub");

  /** Written out, as {@link #hashCode} is: a record's own takes several times as long. */
  @Override
  public boolean equals(Object other) {
    return other instanceof SystemName name && value.equals(name.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public int compareTo(SystemName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
