package io.partnerhub.store;

import io.partnerhub.model.RecordType;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.system.Checkpoint;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** How far the sources of one system have been read. */
final class CheckpointRows {

  private final Handle handle;
  private final RecordType type;
  private final SystemName system;

  CheckpointRows(Handle handle, RecordType type, SystemName system) {
    this.handle = handle;
    this.type = type;
    this.system = system;
  }

  /** The start where nothing was read yet. */
  Checkpoint find(String source) {
    return find(List.of(source)).get(0);
  }

  /** The same of several, in their order. */
  List<Checkpoint> find(Collection<String> sources) {
    Map<String, Checkpoint> known = new LinkedHashMap<>();
    sources.forEach(source -> known.put(source, Checkpoint.start(source)));
    if (!known.isEmpty()) {
      handle
          .createQuery(
              "select * from checkpoint"
                  + " where type = :type and system = :system and source = any(:sources)")
          .bind("type", type.name())
          .bind("system", system.value())
          .bindArray("sources", String.class, List.copyOf(known.keySet()))
          .map((row, context) -> Rows.checkpoint(row))
          .forEach(checkpoint -> known.put(checkpoint.source(), checkpoint));
    }
    return List.copyOf(known.values());
  }

  /**
   * Replaces one whole.
   *
   * @param readUntil null leaves it as it is
   */
  void put(Checkpoint checkpoint, Instant readUntil) {
    handle
        .createUpdate(
            "insert into checkpoint as c (type, system, source, complete, version, watermark,"
                + " watermark_found_at, settled, surplus, cursor, read_until)"
                + " values (:type, :system, :source, :complete, :version, :watermark,"
                + " :watermarkFoundAt, :settled, :surplus, :cursor, :readUntil)"
                + " on conflict (type, system, source) do update set"
                + " complete = excluded.complete, version = excluded.version,"
                + " watermark = excluded.watermark,"
                + " watermark_found_at = excluded.watermark_found_at,"
                + " settled = excluded.settled, surplus = excluded.surplus, cursor = excluded.cursor,"
                + " read_until = coalesce(excluded.read_until, c.read_until)")
        .bind("type", type.name())
        .bind("system", system.value())
        .bindMethods(checkpoint)
        .bind("readUntil", readUntil)
        .execute();
  }

  /**
   * Some that were read completely showed no news up to an instant. It is told at every poll, and
   * no harm is done if it is lost: the disk need not have it.
   */
  void quiet(Collection<String> sources, Instant until) {
    new RoundTrip(handle)
        .run("set local synchronous_commit = off")
        .run(
            "update checkpoint set read_until = :until"
                + " where type = :type and system = :system and source = any(:sources)"
                + " and complete and read_until < :until")
        .with(
            both ->
                both.bind("type", type.name())
                    .bind("system", system.value())
                    .bindArray("sources", String.class, List.copyOf(sources))
                    .bind("until", until))
        .make();
  }
}
