package io.partnerhub.store;

/** Statements that take all rows of a table's change as one JSON parameter. */
final class Statements {

  static final String RECORDS =
      "insert into record (id, type, key, agreed, origins, held)"
          + " select id, type, key, agreed, origins, held from json_to_recordset(cast(:rows as json))"
          + " as x(id bigint, type text, key text, agreed jsonb, origins jsonb, held jsonb)"
          + " on conflict (id) do update set key = excluded.key, agreed = excluded.agreed,"
          + " origins = excluded.origins, held = excluded.held";

  /** An empty one goes, the others take their new key. */
  static final String REFERENCES =
      "with x as (select * from json_to_recordset(cast(:rows as json)) as x(record_id bigint,"
          + " field text, type text, to_type text, to_key text)),"
          + " emptied as (delete from reference r using x"
          + "   where r.record_id = x.record_id and r.field = x.field and x.to_key is null)"
          + " insert into reference (record_id, field, type, to_type, to_key)"
          + " select record_id, field, type, to_type, to_key from x where to_key is not null"
          + " on conflict (record_id, field) do update set to_type = excluded.to_type,"
          + " to_key = excluded.to_key";

  static final String MARKS =
      "insert into rollup_due (type, key) select type, key"
          + " from json_to_recordset(cast(:rows as json)) as x(type text, key text)";

  static final String REPLICAS =
      "insert into replica as r (record_id, system, type, state, location, native_id, key, holds,"
          + " stands_for, read_began, read_ended, wrote_ended, read_again, read_at, rendering,"
          + " rewrites, failures, reason_code, reason, try_at, due, target, blocked,"
          + " awaits, due_since)"
          + " select record_id, system, type, state, location, native_id, key, holds, stands_for,"
          + " read_began, read_ended, wrote_ended, read_again, read_at, rendering, rewrites,"
          + " failures, reason_code, reason, try_at, due, target, blocked, awaits, due_since"
          + " from json_to_recordset(cast(:rows as json)) as x(record_id bigint, system text,"
          + " type text, state text, location text, native_id text, key text, holds jsonb,"
          + " stands_for jsonb, read_began bigint, read_ended bigint, wrote_ended bigint,"
          + " read_again bigint, read_at timestamptz, rendering jsonb, rewrites jsonb,"
          + " failures int, reason_code text, reason text, try_at timestamptz, due boolean,"
          + " target text, blocked text, awaits text[], due_since timestamptz)"
          + " on conflict (record_id, system) do update set state = excluded.state,"
          + " location = excluded.location, native_id = excluded.native_id, key = excluded.key,"
          + " holds = excluded.holds, stands_for = excluded.stands_for,"
          + " read_began = excluded.read_began, read_ended = excluded.read_ended,"
          + " wrote_ended = excluded.wrote_ended, read_again = excluded.read_again,"
          + " read_at = excluded.read_at, rendering = excluded.rendering,"
          + " rewrites = excluded.rewrites, failures = excluded.failures,"
          + " reason_code = excluded.reason_code, reason = excluded.reason,"
          + " try_at = excluded.try_at, due = excluded.due, target = excluded.target,"
          + " blocked = excluded.blocked, awaits = excluded.awaits,"
          + " due_since = case when r.due and excluded.due then r.due_since"
          + "   else excluded.due_since end";

  static final String FENCES =
      "update replica r set read_began = x.read_began, read_ended = x.read_ended,"
          + " wrote_ended = x.wrote_ended, read_again = x.read_again, read_at = x.read_at"
          + " from json_to_recordset(cast(:rows as json)) as x(record_id bigint, system text,"
          + " read_began bigint, read_ended bigint, wrote_ended bigint, read_again bigint,"
          + " read_at timestamptz)"
          + " where r.record_id = x.record_id and r.system = x.system";

  static final String STRAYS =
      "insert into stray (type, system, native_id, location, key, why, until_tick, look_again,"
          + " since) select type, system, native_id, location, key, why, until_tick, look_again,"
          + " since from json_to_recordset(cast(:rows as json)) as x(type text, system text,"
          + " native_id text, location text, key text, why text, until_tick bigint,"
          + " look_again boolean, since timestamptz)"
          + " on conflict (type, system, native_id) do update set location = excluded.location,"
          + " key = excluded.key, why = excluded.why, until_tick = excluded.until_tick,"
          + " look_again = excluded.look_again";

  static final String LEDGER =
      "insert into ledger (at, type, record_id, system, event, reading, attempt, stamp, version,"
          + " changed_by, decisions, note) select at, type, record_id, system, event, reading,"
          + " attempt, stamp, version, changed_by, decisions, note"
          + " from json_to_recordset(cast(:rows as json)) as x(at timestamptz, type text,"
          + " record_id bigint, system text, event text, reading bigint, attempt bigint,"
          + " stamp timestamptz, version text, changed_by text, decisions jsonb, note text)";

  static final String ATTEMPTS =
      "insert into attempt (id, record_id, system, type, action, location, native_id, destination,"
          + " key, fields, content, before, hub, opened_at, lease_until)"
          + " select id, record_id, system, type, action, location, native_id, destination, key,"
          + " fields, content, before, hub, opened_at, lease_until"
          + " from json_to_recordset(cast(:rows as json)) as x(id bigint, record_id bigint,"
          + " system text, type text, action text, location text, native_id text,"
          + " destination text, key text, fields jsonb, content jsonb, before jsonb, hub text,"
          + " opened_at timestamptz, lease_until timestamptz)";

  static final String SUSPECTS =
      "insert into suspect (type, system, record_id, location, native_id, fields, before, since)"
          + " select type, system, record_id, location, native_id, fields, before, since"
          + " from json_to_recordset(cast(:rows as json)) as x(type text, system text,"
          + " record_id bigint, location text, native_id text, fields jsonb, before jsonb,"
          + " since timestamptz)";

  private Statements() {}
}
