package io.partnerhub.sync;

import io.partnerhub.mapping.Mapping;
import io.partnerhub.model.SystemName;
import io.partnerhub.store.MappedSystems;
import io.partnerhub.store.TestStore;
import io.partnerhub.sync.store.Store;
import io.partnerhub.sync.system.Hearing;
import io.partnerhub.sync.system.Notice;
import io.partnerhub.sync.system.ToldEdit;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** A store together with a look at all that it holds. */
interface Hoard {

  /** As a hub with this mapping has it. */
  Store store(Mapping mapping);

  /** Ids of all records, in order. */
  List<Long> records();

  /** Native id and reason of each stray that counts, in order. */
  List<String> strays();

  /** Every decision in the ledger, in order. */
  List<Decision> decisions();

  /** What the ledger says of stops and their ends, in order. */
  List<String> stopsInWords();

  /** System, key, class and tries of each open dead letter, in order. */
  List<String> letters();

  /**
   * An event of Salesforce told of edits.
   *
   * @param edits none where it only says that it lives
   * @param until what was changed before was told
   */
  void tell(List<ToldEdit> edits, Instant until);

  /** Writes that may have replaced an edit, and were not judged yet. */
  int suspects();

  static Hoard onPostgres(Clock clock) {
    TestStore.empty(clock);
    return new Hoard() {
      @Override
      public Store store(Mapping mapping) {
        return TestStore.kept(clock, MappedSystems.of(List.of(mapping)));
      }

      @Override
      public List<Long> records() {
        return TestStore.jdbi()
            .withHandle(
                h -> h.createQuery("select id from record order by id").mapTo(Long.class).list());
      }

      @Override
      public List<String> strays() {
        return TestStore.jdbi()
            .withHandle(
                h ->
                    h.createQuery(
                            "select native_id || ' ' || why from stray where why <> 'REPLACED'"
                                + " order by native_id")
                        .mapTo(String.class)
                        .list());
      }

      @Override
      public void tell(List<ToldEdit> edits, Instant until) {
        TestStore.inbox(clock)
            .take(
                SystemName.SALESFORCE,
                "events",
                edits.stream()
                    .limit(1)
                    .map(first -> new Notice(first.event(), List.of(), edits))
                    .toList(),
                new Hearing("behind it", until));
      }

      @Override
      public int suspects() {
        return TestStore.jdbi()
            .withHandle(
                h -> h.createQuery("select count(*) from suspect").mapTo(Integer.class).one());
      }

      @Override
      public List<Decision> decisions() {
        return TestStore.decisions();
      }

      @Override
      public List<String> stopsInWords() {
        return TestStore.jdbi()
            .withHandle(
                h ->
                    h.createQuery("select note from ledger where event = 'STOPPED' order by id")
                        .mapTo(String.class)
                        .list());
      }

      @Override
      public List<String> letters() {
        return TestStore.jdbi()
            .withHandle(
                h ->
                    h.createQuery(
                            "select system || ' ' || key || ' ' || reason_class || ' ' || attempts"
                                + " from dead_letter where state = 'OPEN' order by 1")
                        .mapTo(String.class)
                        .list());
      }
    };
  }

  static Hoard inMemory(Clock clock) {
    MemoryStore store = new MemoryStore(clock, World.HUB);
    return new Hoard() {
      @Override
      public Store store(Mapping mapping) {
        store.tables().map(mapping.sides().keySet());
        return store;
      }

      @Override
      public List<Long> records() {
        return List.copyOf(store.tables().records.keySet());
      }

      @Override
      public List<String> strays() {
        return store.tables().strays().stream()
            .filter(s -> s.why() != Stray.Why.REPLACED)
            .map(s -> s.id().id() + " " + s.why())
            .sorted()
            .toList();
      }

      @Override
      public void tell(List<ToldEdit> edits, Instant until) {
        store.tables().tell(edits, until);
      }

      @Override
      public int suspects() {
        return store.tables().suspects().size();
      }

      @Override
      public List<Decision> decisions() {
        return store.tables().ledger.stream().flatMap(e -> e.decisions().stream()).toList();
      }

      @Override
      public List<String> stopsInWords() {
        return store.tables().ledger.stream()
            .filter(e -> e.event() == LedgerEntry.Event.STOPPED)
            .map(LedgerEntry::note)
            .toList();
      }

      @Override
      public List<String> letters() {
        return store.tables().letters.values().stream()
            .map(g -> g.system() + " " + g.key() + " " + g.reason().kind() + " " + g.failures())
            .sorted()
            .toList();
      }
    };
  }
}
