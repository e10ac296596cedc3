package io.partnerhub.deadletter;

import io.partnerhub.ledger.Line;
import io.partnerhub.mapping.MappingSet;
import io.partnerhub.mapping.NearestName;
import io.partnerhub.model.RecordType;
import io.partnerhub.sync.ChoiceRefused;
import io.partnerhub.sync.Chooser;
import io.partnerhub.sync.Decision;
import io.partnerhub.sync.letter.Forecast;
import io.partnerhub.sync.letter.LastTry;
import io.partnerhub.sync.letter.Mending;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The queue of dead letters, and what an admin does about one of them. */
public final class DeadLetters {

  private static final int MOST_LINES = 200;
  private static final int LONGEST_NAME = 200;

  private final Queue queue;
  private final Mending mending;
  private final MappingSet mappings;
  private final Clock clock;

  public DeadLetters(Queue queue, Mending mending, MappingSet mappings, Clock clock) {
    this.queue = queue;
    this.mending = mending;
    this.mappings = mappings;
    this.clock = clock;
  }

  public Depth depth() {
    return queue.depth();
  }

  /**
   * Letters in the order in which they came.
   *
   * @param limit how many at most, at least 1
   * @throws IllegalArgumentException when the filter names what there is not
   */
  public List<DeadLetter> list(String filter, int limit) {
    return queue.list(filter(filter), 0, limit, clock.instant());
  }

  /**
   * One letter.
   *
   * @throws ChoiceRefused when there is none
   */
  public DeadLetter get(long id) {
    return queue.find(id).orElseThrow(() -> new ChoiceRefused("There is no dead letter " + id));
  }

  /**
   * What replays of the first letters would come to, judged by what the hub knows and the systems
   * tell today: a few calls a system and type, none a letter.
   *
   * @param limit how many letters at most
   */
  public Map<DeadLetter, Forecast> simulate(String filter, int limit) {
    List<DeadLetter> letters = list(filter, limit);
    Map<RecordType, List<LastTry>> byType =
        letters.stream()
            .collect(
                Collectors.groupingBy(
                    DeadLetter::type,
                    Collectors.mapping(DeadLetter::lastTry, Collectors.toList())));
    Map<Long, Forecast> forecasts = new HashMap<>();
    byType.forEach((type, tries) -> forecasts.putAll(mending.forecast(type, tries)));
    Map<DeadLetter, Forecast> inOrder = new LinkedHashMap<>();
    letters.stream()
        .filter(letter -> forecasts.containsKey(letter.id()))
        .forEach(letter -> inOrder.put(letter, forecasts.get(letter.id())));
    return inOrder;
  }

  /** What the ledger says about a letter's write since it began to fail, newest first. */
  public List<Line> story(DeadLetter letter) {
    return queue.story(letter, MOST_LINES);
  }

  /** Has a letter's write tried again now. */
  public void replay(long id, Chooser by) {
    Map<Long, String> refused = mending.replay(get(id).type(), List.of(id), by);
    if (!refused.isEmpty()) {
      throw new ChoiceRefused(refused.get(id));
    }
  }

  /**
   * Edits the record of a letter, and has its write tried again with that.
   *
   * @param jsonPatch a JSON Merge Patch or a JSON Patch of the record's fields
   * @throws IllegalArgumentException when that cannot be read
   */
  public List<Decision> edit(long id, String jsonPatch, Chooser by) {
    return mending.edit(get(id).type(), id, EditReader.read(jsonPatch), by);
  }

  /** Puts a letter away. */
  public void discard(long id, Chooser by) {
    mending.discard(get(id).type(), id, by);
  }

  /** Brings a discarded letter back. */
  public void restore(long id, Chooser by) {
    mending.restore(get(id).type(), id, by);
  }

  /**
   * Says who cares for a letter.
   *
   * @param to null or blank for nobody
   */
  public void assign(long id, String to, String who) {
    String name = to == null || to.isBlank() ? null : to.strip();
    if (name != null && name.length() > LONGEST_NAME) {
      throw new ChoiceRefused("Give a name of at most " + LONGEST_NAME + " characters");
    }
    String note = "assigned to " + (name == null ? Filter.NOBODY : name);
    mending.assign(get(id).type(), id, name, new Chooser(who, note));
  }

  /** Reads a filter, and refuses systems and types that neither a mapping nor a letter has. */
  Filter filter(String text) {
    Filter filter = Filter.parse(text);
    require(
        "system",
        filter.system(),
        mappings.systems().stream().map(Object::toString).toList(),
        Filter::ofSystem);
    require(
        "record type",
        filter.type(),
        mappings.mappings().stream().map(m -> m.type().name()).toList(),
        Filter::ofType);
    return filter;
  }

  private void require(
      String what, String name, List<String> known, Function<String, Filter> lettersOf) {
    if (name != null && !known.contains(name) && !isAny(lettersOf.apply(name))) {
      throw new IllegalArgumentException(
          "There is no %s \"%s\". %s".formatted(what, name, NearestName.hint(name, known)));
    }
  }

  private boolean isAny(Filter filter) {
    return !queue.list(filter, 0, 1, clock.instant()).isEmpty();
  }
}
