package io.partnerhub.sync;

import io.partnerhub.store.TestStore;
import java.time.Clock;
import java.util.List;

/** A store together with a look at all that it holds. */
interface Hoard {

  Store store();

  /** Ids of all records, in order. */
  List<Long> records();

  /** Native id and reason of each stray that counts, in order. */
  List<String> strays();

  /** Every decision in the ledger, in order. */
  List<Decision> decisions();

  static Hoard onPostgres(Clock clock) {
    Store store = TestStore.empty(clock);
    return new Hoard() {
      @Override
      public Store store() {
        return store;
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
      public List<Decision> decisions() {
        return TestStore.decisions();
      }
    };
  }

  static Hoard inMemory(Clock clock) {
    MemoryStore store = new MemoryStore(clock, World.HUB);
    return new Hoard() {
      @Override
      public Store store() {
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
      public List<Decision> decisions() {
        return store.tables().ledger.stream().flatMap(e -> e.decisions().stream()).toList();
      }
    };
  }
}
