package io.partnerhub.sync.letter;

import io.partnerhub.mapping.Mapping;
import io.partnerhub.mapping.MappingSet;
import io.partnerhub.model.RecordType;
import io.partnerhub.sync.ChoiceRefused;
import io.partnerhub.sync.Chooser;
import io.partnerhub.sync.Decision;
import io.partnerhub.sync.store.Store;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What admins do about dead letters. Nothing here writes to a system: a replayed write only becomes
 * due, and a due write always brings the newest agreed values.
 */
public final class Mending {

  private final Store store;
  private final List<Mapping> mappings;
  private final Reach reach;

  /**
   * @param reach the way to the systems, for forecasts alone
   */
  public Mending(Store store, MappingSet mappings, Reach reach) {
    this(store, mappings.mappings(), reach);
  }

  public Mending(Store store, List<Mapping> mappings, Reach reach) {
    this.store = store;
    this.mappings = mappings;
    this.reach = reach;
  }

  /**
   * Has the writes of some letters tried again now.
   *
   * @return why some are not, in sentences by letter; empty when all are
   */
  public Map<Long, String> replay(RecordType type, Collection<Long> ids, Chooser by) {
    if (find(type).isEmpty()) {
      return orphans(type).refused(ids);
    }
    return act(
        type,
        ids,
        desk -> {
          Map<Long, String> refused = new TreeMap<>();
          for (long id : ids) {
            try {
              desk.replay(id, by);
            } catch (ChoiceRefused e) {
              refused.put(id, e.getMessage());
            }
          }
          return refused;
        });
  }

  /**
   * Puts a letter away: its write is tried again only once the record has newer values.
   *
   * @throws ChoiceRefused when it is not in the queue, or its write is under way
   */
  public void discard(RecordType type, long id, Chooser by) {
    if (find(type).isEmpty()) {
      orphans(type).discard(id, by);
      return;
    }
    act(
        type,
        List.of(id),
        desk -> {
          desk.discard(id, by);
          return null;
        });
  }

  /**
   * Brings a discarded letter back into the queue.
   *
   * @throws ChoiceRefused when it was not discarded, or its write is no longer what was put away
   */
  public void restore(RecordType type, long id, Chooser by) {
    act(
        type,
        List.of(id),
        desk -> {
          desk.restore(id, by);
          return null;
        });
  }

  /**
   * Edits the record of a letter, as an admin, and has its write tried again with that.
   *
   * @return what changed, as it stands in the ledger
   * @throws ChoiceRefused when a value or a field cannot be edited here, and why
   */
  public List<Decision> edit(RecordType type, long id, FieldEdits edits, Chooser by) {
    return act(type, List.of(id), desk -> desk.edit(id, edits, by));
  }

  /**
   * Says who cares for a letter.
   *
   * @param to null for nobody
   * @throws ChoiceRefused when it is not in the queue
   */
  public void assign(RecordType type, long id, String to, Chooser by) {
    act(
        type,
        List.of(id),
        desk -> {
          desk.assign(id, to, by);
          return null;
        });
  }

  /**
   * What replays would come to, by letter; those that do not exist are missing. Each system that
   * has a letter of a write is asked what it takes today, in a few calls for all of them.
   */
  public Map<Long, Forecast> forecast(RecordType type, Collection<LastTry> tries) {
    if (find(type).isEmpty()) {
      return orphans(type).forecast(tries);
    }
    List<Prospect> asked = new ArrayList<>();
    Mapping mapping = mapping(type);
    List<Long> ids = tries.stream().map(LastTry::letter).toList();
    Map<Long, Forecast> forecasts =
        store.beside(type, tx -> new LetterDesk(mapping, tx, ids).forecast(tries, asked));
    forecasts.putAll(new Foresight(mapping, this::find, reach).of(asked));
    return forecasts;
  }

  private Optional<Mapping> find(RecordType type) {
    return mappings.stream().filter(m -> m.type().equals(type)).findFirst();
  }

  private Mapping mapping(RecordType type) {
    return find(type).orElseThrow(() -> new ChoiceRefused(orphans(type).refusal()));
  }

  private Orphans orphans(RecordType type) {
    return new Orphans(store, type);
  }

  private <T> T act(RecordType type, Collection<Long> ids, Function<LetterDesk, T> work) {
    Mapping mapping = mapping(type);
    return store.inTransaction(
        type,
        tx -> {
          LetterDesk desk = new LetterDesk(mapping, tx, ids);
          T result = work.apply(desk);
          desk.finish();
          return result;
        });
  }
}
