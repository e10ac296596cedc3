package io.partnerhub.sync.store;

import io.partnerhub.model.RecordType;
import io.partnerhub.sync.Origin;

/**
 * A parent's key that changed, for children of one type to follow.
 *
 * @param id from the store; 0 before it is stored
 * @param children the type of the children
 * @param parent the parent under its old key
 * @param newKey its key from now on
 * @param origin why it was renamed
 */
public record Rename(long id, RecordType children, Parent parent, String newKey, Origin origin) {}
