package io.partnerhub.sync.read;

import io.partnerhub.sync.Observation;
import io.partnerhub.sync.store.Known;
import io.partnerhub.sync.store.Transaction;
import java.util.Collection;
import java.util.Iterator;

/** Hands out ids for new records, fetched in one go when the first is needed. */
final class NewIds {

  private final Transaction tx;
  private final int atMost;
  private Iterator<Long> ids;

  NewIds(Transaction tx, Known known, Collection<Observation> rows) {
    this.tx = tx;
    this.atMost =
        (int) rows.stream().filter(o -> !known.recordOf().containsKey(o.id().id())).count();
  }

  long next() {
    if (ids == null) {
      ids = tx.newRecordIds(atMost).iterator();
    }
    return ids.next();
  }
}
