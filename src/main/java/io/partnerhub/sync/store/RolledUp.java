package io.partnerhub.sync.store;

/**
 * What a derived field of one record comes to.
 *
 * @param value in the field's canonical form; null for empty
 * @param counted how many children count for it
 * @param children how many there are
 */
public record RolledUp(long record, String field, String value, long counted, long children) {}
