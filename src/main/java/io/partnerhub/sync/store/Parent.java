package io.partnerhub.sync.store;

import io.partnerhub.model.RecordType;

/** A record as its children name it: by its business key. It need not exist. */
public record Parent(RecordType type, String key) {

  @Override
  public String toString() {
    return type + " " + key;
  }
}
