package io.partnerhub.mapping;

import io.partnerhub.model.SystemName;

/**
 * How one system keeps a record type.
 *
 * @param onDelete what a deletion there means
 * @param groupedBy the field whose values have parent rows; null where copies stand side by side
 */
public record Side(SystemName system, Placement placement, DeleteRule onDelete, String groupedBy) {

  /** Copies that stand side by side. */
  public Side(SystemName system, Placement placement, DeleteRule onDelete) {
    this(system, placement, onDelete, null);
  }
}
