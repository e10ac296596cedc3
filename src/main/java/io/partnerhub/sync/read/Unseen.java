package io.partnerhub.sync.read;

import io.partnerhub.sync.Suspect;
import io.partnerhub.sync.system.ToldEdit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Finds, in what events told of one copy, the edits that writes of ours replaced before any read
 * saw them: of a field, the last change before ours is somebody else's, and not what the read
 * before the write showed. Pure: values in, values out.
 */
final class Unseen {

  /** The systems' clocks may run behind the store's. */
  private static final Duration SKEW = Duration.ofSeconds(10);

  private final List<ToldEdit> edits;
  private final List<Suspect> open;
  private final List<Lost> lost = new ArrayList<>();
  private final List<Long> cleared = new ArrayList<>();
  private long heardUntil;

  /** An edit that a write replaced. */
  record Lost(Suspect suspect, String field, String value, Instant at) {}

  /**
   * @param suspects of one copy, oldest first
   * @param edits of the same copy, in the order of the changes
   */
  Unseen(List<Suspect> suspects, List<ToldEdit> edits) {
    this.edits = edits;
    this.open = new ArrayList<>(suspects);
    events().forEach(this::look);
  }

  List<Lost> lost() {
    return lost;
  }

  /** Writes that an event has told of. */
  List<Long> cleared() {
    return cleared;
  }

  /** The last told edit that is of no more use; 0 for none. */
  long heardUntil() {
    return heardUntil;
  }

  /** Our own changes: those of an event together, by field. */
  private List<Map<String, ToldEdit>> events() {
    Map<String, Map<String, ToldEdit>> events = new LinkedHashMap<>();
    edits.stream()
        .filter(ToldEdit::byHub)
        .forEach(e -> events.computeIfAbsent(e.event(), k -> new HashMap<>()).put(e.field(), e));
    return List.copyOf(events.values());
  }

  /** A change that no write of ours is behind is another program's with the hub's user. */
  private void look(Map<String, ToldEdit> own) {
    writeBehind(own)
        .ifPresent(
            write -> {
              open.remove(write);
              cleared.add(write.id());
              own.values().stream()
                  .filter(e -> write.fields().contains(e.field()))
                  .forEach(e -> replacedBy(e, write));
              heardUntil = own.values().stream().mapToLong(ToldEdit::id).max().orElse(heardUntil);
            });
  }

  /**
   * The write that an event tells of: by its values; where the system rendered them in its own way,
   * the oldest that was answered.
   */
  private Optional<Suspect> writeBehind(Map<String, ToldEdit> own) {
    List<Suspect> some =
        open.stream()
            .filter(s -> own.values().stream().allMatch(e -> !e.at().isBefore(begun(s))))
            .filter(s -> own.keySet().stream().anyMatch(s.fields()::contains))
            .sorted(Comparator.comparing(s -> !s.answered())) // stable: oldest first
            .toList();
    return some.stream()
        .filter(s -> isWhatItWrote(s, own))
        .findFirst()
        .or(() -> some.stream().filter(Suspect::answered).findFirst());
  }

  private static boolean isWhatItWrote(Suspect suspect, Map<String, ToldEdit> own) {
    return own.values().stream()
        .filter(e -> suspect.fields().contains(e.field()) && e.told())
        .allMatch(e -> Objects.equals(e.value(), suspect.wrote().get(e.field())));
  }

  private void replacedBy(ToldEdit ours, Suspect write) {
    ToldEdit last = null;
    for (ToldEdit edit : edits) {
      if (edit.id() < ours.id() && edit.field().equals(ours.field())) {
        last = edit;
      }
    }
    if (last != null
        && !last.byHub()
        && last.told()
        && !last.at().isBefore(begun(write))
        && !Objects.equals(last.value(), write.before().get(last.field()))) {
      lost.add(new Lost(write, last.field(), last.value(), last.at()));
    }
  }

  /** What was committed before was seen by the read before the write. */
  private static Instant begun(Suspect write) {
    return write.since().minus(SKEW);
  }
}
