package io.partnerhub.sandbox.smartsheet;

import java.util.Map;

/**
 * A row as people see it.
 *
 * @param number its place, from 1
 * @param parentId null at the top level
 * @param modifiedAt ISO-8601, UTC, whole seconds
 * @param modifiedBy an e-mail
 * @param cells what is shown, by column title; empty cells are absent
 */
public record RowState(
    long id,
    int number,
    Long parentId,
    String modifiedAt,
    String modifiedBy,
    Map<String, String> cells) {}
