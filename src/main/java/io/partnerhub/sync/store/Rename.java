package io.partnerhub.sync.store;

import io.partnerhub.model.RecordType;
import io.partnerhub.sync.Origin;

/**
 * A parent's key that changed, for children of one type to follow.
 *
 * @param id from the store; 0 before it is stored
 * @param record the parent's record; 0 where an older hub stored it
 * @param children the type of the children
 * @param parent the parent under its old key
 * @param newKey its key from now on
 * @param origin why it was renamed
 */
public record Rename(
    long id, long record, RecordType children, Parent parent, String newKey, Origin origin) {}
