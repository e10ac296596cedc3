package io.partnerhub.sync.store;

import io.partnerhub.model.RecordType;

/** A record as its children name it: by its business key. It need not exist. */
public record Parent(RecordType type, String key) {

  /** The reason's code on a replica that has waited for too long for one. */
  public static final String MISSING = "parent-missing";

  @Override
  public String toString() {
    return type + " " + key;
  }
}
