package io.partnerhub.ops;

import io.partnerhub.ops.jmx.Described;
import io.partnerhub.sync.held.HeldField;
import io.partnerhub.sync.store.HeldCopy;
import io.partnerhub.sync.store.HeldKey;
import io.partnerhub.sync.store.Stop;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Something that waits for a person; travels over JMX. */
@Described("Something that waits for a person.")
public record HeldItem(
    @Described("field, key, copy or stop.") String what,
    @Described("Record type.") String type,
    @Described("Business key; null where there is none.") String key,
    @Described("The hub's number of the record; null where it belongs to none.") Long record,
    @Described("The field that is held; null for anything else.") String field,
    @Described("The system that it is in; null where it concerns all.") String system,
    @Described("The agreed value, which stays until somebody chooses; null for empty.")
        String agreed,
    @Described("What each system's users want instead.") String wanted,
    @Described("Since when it waits; null when it is not known.") Instant since,
    @Described("Why, and what can be done.") String sentence) {

  static HeldItem of(HeldField held) {
    Map<String, String> wanted = new TreeMap<>();
    held.hold()
        .candidates()
        .forEach((system, value) -> wanted.put(system.value(), value == null ? "" : value));
    return new HeldItem(
        "field",
        held.type().name(),
        held.key(),
        held.record(),
        held.field(),
        null,
        held.hold().agreed(),
        wanted.entrySet().stream()
            .map(w -> "%s: \"%s\"".formatted(w.getKey(), w.getValue()))
            .collect(Collectors.joining(", ")),
        held.hold().since(),
        held.hold().sentence());
  }

  static HeldItem of(HeldCopy copy) {
    return new HeldItem(
        "copy",
        copy.type().name(),
        copy.stray().key(),
        null,
        null,
        copy.system().value(),
        null,
        null,
        copy.since(),
        "%s in %s belongs to no record: %s"
            .formatted(
                copy.stray().id().id(),
                copy.stray().id().location(),
                copy.stray().why().sentence()));
  }

  static HeldItem of(HeldKey key) {
    String records =
        key.records().stream().map(id -> "#" + id).collect(Collectors.joining(" and "));
    return new HeldItem(
        "key",
        key.type().name(),
        key.key(),
        null,
        null,
        null,
        null,
        null,
        null,
        "the records " + records + " came to this key: give each its own in one of the systems");
  }

  static HeldItem of(Stop stop) {
    return new HeldItem(
        "stop",
        stop.type().name(),
        null,
        null,
        null,
        stop.system().value(),
        null,
        null,
        stop.since(),
        "too much changed at once in %s: %d of %d copies edited and %d deleted, more than %d; decide"
                .formatted(
                    stop.location(), stop.changed(), stop.known(), stop.missing(), stop.limit())
            + " whether that counts (apply) or is put back (put-back)");
  }
}
