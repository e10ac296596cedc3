package io.partnerhub.sync;

import io.partnerhub.mapping.Mapping;
import java.time.Instant;
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

  /** A page and when it was read. */
  record Fetched(Page page, ReadTimes read) {}

  /**
   * Hands over a page and those behind it, in their order. The next one is asked for only when this
   * one's answer is there: of two pictures of one row the later page's is the newer.
   */
  void each(Checkpoint from, Fetched first, Consumer<Fetched> merge) {
    Fetched fetched = first;
    while (fetched != null) {
      String cursor = fetched.page().cursor();
      Supplier<Fetched> next = cursor == null ? () -> null : ahead.start(() -> page(from, cursor));
      merge.accept(fetched);
      fetched = next.get();
    }
  }

  /** Reads a page; the first one where the cursor is null. */
  Fetched page(Checkpoint from, String cursor) {
    Instant at = store.now();
    long began = store.tick();
    Page page = connector.changes(mapping, from, cursor, at);
    return new Fetched(page, new ReadTimes(began, store.tick(), at));
  }
}
