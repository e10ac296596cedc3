package io.partnerhub.sandbox.salesforce;

import java.util.List;

/**
 * Writes of one record that the org refuses, as a validation rule or a lock does.
 *
 * @param record an id of either length, or the value of an external id
 * @param statusCode such as {@code FIELD_CUSTOM_VALIDATION_EXCEPTION}
 * @param times how many writes are left to it
 */
public record Refusal(
    String record, String statusCode, String message, List<String> fields, int times) {

  public Refusal {
    if (times < 1) {
      throw new IllegalArgumentException("times must be at least 1, or \"forever\"");
    }
  }

  boolean meets(Row row) {
    return Ids.to15(record).filter(row.id()::equals).isPresent()
        || row.type().fields().stream()
            .filter(Field::externalId)
            .anyMatch(f -> record.equalsIgnoreCase((String) row.get(f)));
  }

  Refusal withTimes(int left) {
    return new Refusal(record, statusCode, message, fields, left);
  }
}
