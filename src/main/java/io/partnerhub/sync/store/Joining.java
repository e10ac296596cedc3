package io.partnerhub.sync.store;

import io.partnerhub.mapping.Mapping;
import io.partnerhub.model.RecordType;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.Dossier;
import io.partnerhub.sync.Replica;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes every known record due in a system that a mapping names anew, before anything is read or
 * written: whether as a copy that is absent, or as one that is known from an earlier time.
 */
public final class Joining {

  /** So few that no other hub's merge of the type waits long. */
  private static final int RECORDS = 1_000;

  private final Store store;
  private final Mapping mapping;
  private int stated;
  private boolean more;

  private Joining(Store store, Mapping mapping) {
    this.store = store;
    this.mapping = mapping;
  }

  /**
   * What became of a type whose mapping names other systems.
   *
   * @param records how many were made due in those that joined
   */
  public record Joined(RecordType type, Set<SystemName> to, Set<SystemName> left, int records) {

    boolean isNews() {
      return records > 0 || !to.isEmpty() || !left.isEmpty();
    }
  }

  /** Takes the mappings of this start; goes on where an earlier start was interrupted. */
  public static List<Joined> of(Store store, Collection<Mapping> mappings) {
    List<Joined> all = new ArrayList<>();
    for (Mapping mapping : mappings) {
      all.add(new Joining(store, mapping).join());
    }
    List<RecordType> types = mappings.stream().map(Mapping::type).toList();
    mappings.stream()
        .findFirst()
        .ifPresent(any -> store.beside(any.type(), tx -> leaveOutOthers(tx.sides(any), types)));
    return all.stream().filter(Joined::isNews).toList();
  }

  private static boolean leaveOutOthers(Sides sides, List<RecordType> types) {
    sides.noOthersThan(types);
    return true;
  }

  private Joined join() {
    if (store.beside(mapping.type(), tx -> tx.sides(mapping).isSettled())) {
      return new Joined(mapping.type(), Set.of(), Set.of(), 0);
    }
    Sides.Change change = store.inTransaction(mapping.type(), this::take);
    while (more) {
      more = store.reading(mapping.type(), this::state);
    }
    return new Joined(mapping.type(), change.joined(), change.left(), stated);
  }

  private Sides.Change take(Transaction tx) {
    Sides.Change change = tx.sides(mapping).take();
    more = state(tx);
    return change;
  }

  private boolean state(Transaction tx) {
    Sides sides = tx.sides(mapping);
    Optional<Sides.Unstated> next = sides.next(RECORDS);
    next.ifPresent(
        some -> {
          Changes changes = new Changes();
          tx.dossiers(some.records()).values().forEach(d -> state(changes, d, some.system()));
          tx.save(some.system(), changes);
          sides.stated(some);
          stated += some.records().size();
        });
    return next.isPresent();
  }

  /** What failed there before may be another write by now. */
  private void state(Changes changes, Dossier dossier, SystemName system) {
    Replica was = dossier.replica(system);
    Replica is = was.retriedNow();
    changes.standing(was, Changes.Standing.of(mapping, is, dossier.with(is)));
  }
}
