package io.partnerhub.sandbox.salesforce;

import java.util.List;

/** One record cannot be written; the API tells why with a status code of its own. */
final class RowRefused extends Exception {

  private static final long serialVersionUID = 1L;

  private final String statusCode;
  private final transient List<String> fields;

  RowRefused(String statusCode, String message, List<String> fields) {
    super(message);
    this.statusCode = statusCode;
    this.fields = List.copyOf(fields);
  }

  RowRefused(String statusCode, String message, Field field) {
    this(statusCode, message, List.of(field.name()));
  }

  RowRefused(String statusCode, String message) {
    this(statusCode, message, List.of());
  }

  String statusCode() {
    return statusCode;
  }

  List<String> fields() {
    return fields;
  }
}
