package io.partnerhub.mapping;

import io.partnerhub.model.SystemName;

/**
 * How one system keeps a record type.
 *
 * @param onDelete what a deletion there means
 */
public record Side(SystemName system, Placement placement, DeleteRule onDelete) {}
