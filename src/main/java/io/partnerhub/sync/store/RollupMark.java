package io.partnerhub.sync.store;

import io.partnerhub.mapping.Mapping;
import io.partnerhub.model.RecordType;
import io.partnerhub.sync.Dossier;
import io.partnerhub.sync.Replica;
import io.partnerhub.sync.merge.Endings;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A record whose derived fields are to be worked out again; it need not exist.
 *
 * @param key its business key
 */
public record RollupMark(RecordType type, String key) {

  /**
   * The records that follow from a change, the record itself included.
   *
   * @param old null for a new record
   * @param now null for a removed one
   */
  static List<RollupMark> of(Mapping mapping, Dossier old, Dossier now) {
    List<RollupMark> marks = new ArrayList<>();
    if (now != null && !mapping.derivedFields().isEmpty()) {
      String key = value(now, mapping.key());
      if (key != null && !key.equals(value(old, mapping.key()))) {
        marks.add(new RollupMark(mapping.type(), key));
      }
    }
    mapping
        .relatives()
        .rolledUp()
        .forEach(
            (reference, fields) -> {
              if (isNews(mapping, old, now, reference, fields)) {
                RecordType parents = mapping.field(reference).refersTo();
                add(marks, parents, value(old, reference));
                add(marks, parents, value(now, reference));
              }
            });
    return marks;
  }

  private static boolean isNews(
      Mapping mapping, Dossier old, Dossier now, String reference, Set<String> fields) {
    return !Objects.equals(value(old, reference), value(now, reference))
        || stands(mapping, old) != stands(mapping, now)
        || fields.stream().anyMatch(f -> !Objects.equals(value(old, f), value(now, f)));
  }

  private static void add(List<RollupMark> marks, RecordType type, String key) {
    RollupMark mark = new RollupMark(type, key);
    if (key != null && !marks.contains(mark)) {
      marks.add(mark);
    }
  }

  private static String value(Dossier dossier, String field) {
    return dossier == null ? null : dossier.record().agreed().get(field);
  }

  /** Whether it counts: it has a copy or is still to get one, and no deletion took all of them. */
  private static boolean stands(Mapping mapping, Dossier dossier) {
    return dossier != null
        && (has(dossier, Replica.State.LINKED) || !isDeleted(dossier))
        && !new Endings(mapping, dossier).isEnded();
  }

  private static boolean isDeleted(Dossier dossier) {
    return has(dossier, Replica.State.GONE) || has(dossier, Replica.State.REMOVED);
  }

  private static boolean has(Dossier dossier, Replica.State state) {
    return dossier.replicas().values().stream().anyMatch(replica -> replica.state() == state);
  }
}
