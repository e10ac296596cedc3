package io.partnerhub.sandbox.fulfillment;

import java.util.Arrays;
import java.util.Optional;

/** A kind of record that the service keeps. */
public enum Resource {
  ORDERS("orders", "Order", "orderNumber", "ord", Course.ORDER),
  ACTIVATIONS("activations", "Activation", "activationNumber", "act", Course.ACTIVATION);

  private final String path;
  private final String schema;
  private final String key;
  private final String idPrefix;
  private final Course course;

  Resource(String path, String schema, String key, String idPrefix, Course course) {
    this.path = path;
    this.schema = schema;
    this.key = key;
    this.idPrefix = idPrefix;
    this.course = course;
  }

  static Optional<Resource> at(String path) {
    return Arrays.stream(values()).filter(r -> r.path.equals(path)).findFirst();
  }

  /** Its name in paths. */
  String path() {
    return path;
  }

  /** Its name in the contract's schemas. */
  String schema() {
    return schema;
  }

  /** The field with the business key. */
  String key() {
    return key;
  }

  String idPrefix() {
    return idPrefix;
  }

  Course course() {
    return course;
  }
}
