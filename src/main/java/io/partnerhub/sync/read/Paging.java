package io.partnerhub.sync.read;

import io.partnerhub.mapping.Mapping;
import io.partnerhub.sync.store.Store;
import io.partnerhub.sync.system.Checkpoint;
import io.partnerhub.sync.system.Connector;
import io.partnerhub.sync.system.Page;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Reads the pages of one source, each while the one before it is merged. */
final class Paging {

  private final Store store;
  private final Mapping mapping;
  private final Connector connector;
  private final Ahead ahead;

  Paging(Store store, Mapping mapping, Connector connector, Ahead ahead) {
    this.store = store;
    this.mapping = mapping;
    this.connector = connector;
    this.ahead = ahead;
  }

  /**
   * Hands over a page and those behind it, in their order. The next one is asked for only when this
   * one's answer is there: of two pictures of one row the later page's is the newer.
   */
  void each(Checkpoint from, Fetched<Page> first, Consumer<Fetched<Page>> merge) {
    Fetched<Page> fetched = first;
    while (fetched != null) {
      String cursor = fetched.answer().cursor();
      Supplier<Fetched<Page>> next =
          cursor == null ? () -> null : ahead.start(() -> page(from, cursor));
      merge.accept(fetched);
      fetched = next.get();
    }
  }

  /** Reads a page; the first one where the cursor is null. */
  Fetched<Page> page(Checkpoint from, String cursor) {
    return Fetched.from(store, at -> connector.changes(mapping, from, cursor, at));
  }
}
