package io.partnerhub.sync.read;

import io.partnerhub.mapping.Mapping;
import io.partnerhub.sync.store.Store;
import io.partnerhub.sync.system.Checkpoint;
import io.partnerhub.sync.system.Connector;
import io.partnerhub.sync.system.Page;
import io.partnerhub.sync.system.Sweep;
import java.time.Instant;
import java.util.Optional;

/** Reads what is new in a whole place, and which copies are still there. */
final class Places {

  private final Store store;
  private final Mapping mapping;
  private final Connector connector;
  private final Intake intake;
  private final Paging paging;

  Places(Store store, Mapping mapping, Connector connector, Intake intake, Ahead ahead) {
    this.store = store;
    this.mapping = mapping;
    this.connector = connector;
    this.intake = intake;
    this.paging = new Paging(store, mapping, connector, ahead);
  }

  void news(Checkpoint from, Watch watch) {
    news(from, paging.page(from, null), watch);
  }

  /** Merges an answer from its first page on; the guard counts its pages together. */
  void news(Checkpoint from, Fetched<Page> first, Watch watch) {
    boolean whole = first.answer().cursor() == null;
    Instant begun = first.read().at();
    paging.each(from, first, fetched -> merge(fetched, begun, whole, watch));
    if (!whole) {
      intake.endCycle(connector.system(), store.now());
    }
  }

  private void merge(Fetched<Page> fetched, Instant begun, boolean whole, Watch watch) {
    Page page = fetched.answer();
    watch.found().accept(page.rows().size());
    boolean last = page.cursor() == null;
    Instant readUntil = last ? shownUntil(page, begun) : null;
    watch
        .unmerged()
        .accept(intake.merge(connector.system(), page, fetched.read(), readUntil, whole));
    if (last && page.next().complete() && page.totalRows().isPresent()) {
      sweepIfRowsAreMissing(page.next(), page.totalRows().getAsInt());
    }
  }

  /** What was changed since the first page was asked for may be on none. */
  private static Instant shownUntil(Page last, Instant begun) {
    return last.begun() == null ? begun : last.begun();
  }

  private void sweepIfRowsAreMissing(Checkpoint checkpoint, int totalRows) {
    if (totalRows - knownRows(checkpoint.source()) != checkpoint.surplus()) {
      sweep(checkpoint.source());
    }
  }

  /** Compares all ids of a source with what is known. */
  void sweep(String source) {
    Fetched<Optional<Sweep>> fetched = Fetched.from(store, at -> connector.sweep(mapping, source));
    fetched.answer().ifPresent(sweep -> intake.sweep(connector.system(), sweep, fetched.read()));
  }

  private int knownRows(String source) {
    return store.knownRows(mapping.type(), connector.system(), source);
  }
}
