package io.partnerhub.store;

import com.fasterxml.jackson.core.type.TypeReference;
import io.partnerhub.model.NativeId;
import io.partnerhub.model.SystemName;
import io.partnerhub.model.Values;
import io.partnerhub.sync.AgreedRecord;
import io.partnerhub.sync.Attempt;
import io.partnerhub.sync.Fence;
import io.partnerhub.sync.Outcome;
import io.partnerhub.sync.ReasonClass;
import io.partnerhub.sync.Replica;
import io.partnerhub.sync.Stray;
import io.partnerhub.sync.Suspect;
import io.partnerhub.sync.Trouble;
import io.partnerhub.sync.Write;
import io.partnerhub.sync.system.Checkpoint;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the tables' rows as the heart's values. */
final class Rows {

  private static final TypeReference<List<String>> LIST = new TypeReference<>() {};

  private Rows() {}

  static AgreedRecord record(ResultSet row) throws SQLException {
    return new AgreedRecord(
        row.getLong("id"),
        values(row, "agreed"),
        JsonColumns.origins(row.getString("origins")),
        JsonColumns.held(row.getString("held")));
  }

  /**
   * A copy.
   *
   * @param known values by their text: most copies of a record hold the same
   */
  static Replica replica(ResultSet row, Map<String, Values> known) throws SQLException {
    Values holds = values(row, "holds", known);
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
        JsonColumns.rewrites(row.getString("rewrites")),
        trouble(row));
  }

  private static Trouble trouble(ResultSet row) throws SQLException {
    String code = row.getString("reason_code");
    Outcome.Reason reason =
        code == null
            ? null
            : new Outcome.Reason(
                ReasonClass.valueOf(row.getString("reason_class")), code, row.getString("reason"));
    return new Trouble(
        row.getInt("failures"),
        instant(row, "failing_since"),
        reason,
        instant(row, "try_at"),
        Trouble.Fate.valueOf(row.getString("fate")));
  }

  /** A call's attempt; the values that were known are those of the copies beside it. */
  static Attempt attempt(ResultSet row, Map<String, Values> known) throws SQLException {
    return new Attempt(
        row.getLong("id"),
        row.getLong("record_id"),
        new SystemName(row.getString("system")),
        Write.Action.valueOf(row.getString("action")),
        nativeId(row),
        row.getString("destination"),
        row.getString("key"),
        set(row, "fields"),
        values(row, "content", known),
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
        row.getBoolean("look_again"),
        row.getString("told") == null ? null : Stray.Why.valueOf(row.getString("told")),
        instant(row, "tell_at"));
  }

  static Suspect suspect(ResultSet row) throws SQLException {
    return new Suspect(
        row.getLong("id"),
        row.getLong("record_id"),
        nativeId(row),
        set(row, "fields"),
        values(row, "before"),
        instant(row, "since"),
        values(row, "wrote"),
        row.getBoolean("answered"));
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

  private static Values values(ResultSet row, String column, Map<String, Values> known)
      throws SQLException {
    return known.computeIfAbsent(row.getString(column), text -> Values.of(Json.texts(text)));
  }

  private static Values values(ResultSet row, String column) throws SQLException {
    return Values.of(Json.texts(row.getString(column)));
  }

  private static Set<String> set(ResultSet row, String column) throws SQLException {
    String json = row.getString(column);
    return json.equals(Json.NO_ELEMENTS) ? Set.of() : new HashSet<>(Json.read(json, LIST));
  }
}
