package io.partnerhub.store;

import com.fasterxml.jackson.core.type.TypeReference;
import io.partnerhub.model.NativeId;
import io.partnerhub.model.SystemName;
import io.partnerhub.model.Values;
import io.partnerhub.sync.AgreedRecord;
import io.partnerhub.sync.Attempt;
import io.partnerhub.sync.Checkpoint;
import io.partnerhub.sync.Fence;
import io.partnerhub.sync.Hold;
import io.partnerhub.sync.Origin;
import io.partnerhub.sync.Outcome;
import io.partnerhub.sync.Replica;
import io.partnerhub.sync.Stray;
import io.partnerhub.sync.Suspect;
import io.partnerhub.sync.Write;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads the tables' rows as the heart's values. */
final class Rows {

  private static final TypeReference<List<String>> LIST = new TypeReference<>() {};
  private static final TypeReference<List<List<Object>>> ORIGINS = new TypeReference<>() {};

  /** Elements of an origin's list before its fields. */
  private static final int ORIGIN = 5;

  private static final TypeReference<Map<String, List<Object>>> LISTS = new TypeReference<>() {};
  private static final TypeReference<Map<String, Map<String, Object>>> OBJECTS =
      new TypeReference<>() {};

  private Rows() {}

  static AgreedRecord record(ResultSet row) throws SQLException {
    Map<String, Origin> origins = new TreeMap<>();
    for (List<Object> list : Json.read(row.getString("origins"), ORIGINS)) {
      Origin origin = origin(list);
      list.subList(ORIGIN, list.size()).forEach(field -> origins.put((String) field, origin));
    }
    Map<String, Hold> held = new TreeMap<>();
    Json.read(row.getString("held"), OBJECTS)
        .forEach((field, object) -> held.put(field, hold(object)));
    return new AgreedRecord(row.getLong("id"), values(row, "agreed"), origins, held);
  }

  /** A list for each origin, its fields at the end: most fields of a record share one. */
  static Collection<List<Object>> originsAsLists(Map<String, Origin> origins) {
    Map<Origin, List<Object>> lists = new LinkedHashMap<>();
    origins.forEach(
        (field, origin) -> lists.computeIfAbsent(origin, Rows::originAsList).add(field));
    return lists.values();
  }

  private static List<Object> originAsList(Origin origin) {
    List<Object> list = new ArrayList<>();
    list.add(origin.system().value());
    list.add(origin.reading());
    list.add(origin.rule());
    list.add(origin.notBefore().toEpochMilli());
    list.add(origin.notAfter().toEpochMilli());
    return list;
  }

  private static Origin origin(List<Object> list) {
    return new Origin(
        new SystemName((String) list.get(0)),
        ((Number) list.get(1)).longValue(),
        (String) list.get(2),
        Instant.ofEpochMilli(((Number) list.get(3)).longValue()),
        Instant.ofEpochMilli(((Number) list.get(4)).longValue()));
  }

  static Map<String, Object> holdAsObject(Hold hold) {
    Map<String, String> candidates = new TreeMap<>();
    hold.candidates().forEach((system, value) -> candidates.put(system.value(), value));
    Map<String, Object> object = new TreeMap<>();
    object.put("why", hold.why().name());
    object.put("agreed", hold.agreed());
    object.put("candidates", candidates);
    object.put("sentence", hold.sentence());
    object.put("since", Json.text(hold.since()));
    return object;
  }

  private static Hold hold(Map<String, Object> object) {
    Map<SystemName, String> candidates = new TreeMap<>();
    ((Map<?, ?>) object.get("candidates"))
        .forEach(
            (system, value) -> candidates.put(new SystemName((String) system), (String) value));
    return new Hold(
        Hold.Why.valueOf((String) object.get("why")),
        (String) object.get("agreed"),
        candidates,
        (String) object.get("sentence"),
        Json.instant((String) object.get("since")));
  }

  static Replica replica(ResultSet row) throws SQLException {
    Values holds = values(row, "holds");
    String standsFor = row.getString("stands_for");
    Fence fence =
        new Fence(
            row.getLong("read_began"),
            row.getLong("read_ended"),
            row.getLong("wrote_ended"),
            row.getLong("read_again"),
            instant(row, "read_at"));
    return new Replica(
        row.getLong("record_id"),
        new SystemName(row.getString("system")),
        Replica.State.valueOf(row.getString("state")),
        row.getString("native_id") == null ? null : nativeId(row),
        holds,
        standsFor == null ? holds : Values.of(Json.texts(standsFor)),
        fence,
        set(row, "rendering"),
        rewrites(row.getString("rewrites")),
        trouble(row));
  }

  static Map<String, Object> rewritesAsObject(Map<String, Replica.Rewrites> rewrites) {
    Map<String, Object> object = new TreeMap<>();
    rewrites.forEach(
        (field, count) -> object.put(field, List.of(count.times(), count.last().toEpochMilli())));
    return object;
  }

  private static Map<String, Replica.Rewrites> rewrites(String json) {
    Map<String, Replica.Rewrites> rewrites = new TreeMap<>();
    Json.read(json, LISTS)
        .forEach(
            (field, list) ->
                rewrites.put(
                    field,
                    new Replica.Rewrites(
                        ((Number) list.get(0)).intValue(),
                        Instant.ofEpochMilli(((Number) list.get(1)).longValue()))));
    return rewrites;
  }

  private static Replica.Trouble trouble(ResultSet row) throws SQLException {
    String code = row.getString("reason_code");
    Outcome.Reason reason = code == null ? null : new Outcome.Reason(code, row.getString("reason"));
    return new Replica.Trouble(row.getInt("failures"), reason, instant(row, "try_at"));
  }

  static Attempt attempt(ResultSet row) throws SQLException {
    return new Attempt(
        row.getLong("id"),
        row.getLong("record_id"),
        new SystemName(row.getString("system")),
        Write.Action.valueOf(row.getString("action")),
        nativeId(row),
        row.getString("destination"),
        row.getString("key"),
        set(row, "fields"),
        values(row, "content"),
        values(row, "before"),
        instant(row, "opened_at"),
        row.getLong("closed"));
  }

  static Stray stray(ResultSet row) throws SQLException {
    return new Stray(
        nativeId(row),
        row.getString("key"),
        Stray.Why.valueOf(row.getString("why")),
        row.getLong("until_tick"),
        row.getBoolean("look_again"));
  }

  static Suspect suspect(ResultSet row) throws SQLException {
    return new Suspect(
        row.getLong("id"),
        row.getLong("record_id"),
        nativeId(row),
        set(row, "fields"),
        values(row, "before"),
        instant(row, "since"));
  }

  static Checkpoint checkpoint(ResultSet row) throws SQLException {
    return new Checkpoint(
        row.getString("source"),
        row.getBoolean("complete"),
        row.getLong("version"),
        instant(row, "watermark"),
        instant(row, "watermark_found_at"),
        row.getBoolean("settled"),
        row.getInt("surplus"),
        row.getString("cursor"));
  }

  static NativeId nativeId(ResultSet row) throws SQLException {
    return new NativeId(row.getString("location"), row.getString("native_id"));
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp timestamp = row.getTimestamp(column);
    return timestamp == null ? null : timestamp.toInstant();
  }

  private static Values values(ResultSet row, String column) throws SQLException {
    return Values.of(Json.texts(row.getString(column)));
  }

  private static Set<String> set(ResultSet row, String column) throws SQLException {
    return new HashSet<>(Json.read(row.getString(column), LIST));
  }
}
