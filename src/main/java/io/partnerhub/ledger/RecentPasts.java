package io.partnerhub.ledger;

import io.partnerhub.model.RecordType;
import java.time.Instant;
import java.util.function.Consumer;

/** Reads what happened to records, some records at a time. */
public interface RecentPasts {

  /**
   * Gives each record that the ledger tells of since an instant, with all its lines since then and
   * the copies as they stand at the same moment.
   */
  void each(RecordType type, Instant since, Consumer<Past> take);
}
