package io.partnerhub.sync.store;

import io.partnerhub.mapping.FieldReading;
import io.partnerhub.mapping.Readings;
import io.partnerhub.model.SystemName;

/**
 * How a field of a system was read last.
 *
 * @param since since when it has been read so
 */
public record FieldForm(
    SystemName system, String field, FieldReading reading, Readings.Since since) {

  /** The same, read so. */
  public FieldForm as(FieldReading other) {
    return new FieldForm(system, field, other, since);
  }
}
