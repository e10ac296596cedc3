package io.partnerhub.store;

import io.partnerhub.model.SystemName;
import io.partnerhub.sync.system.Hint;
import io.partnerhub.sync.system.Inbox;
import io.partnerhub.sync.system.Notice;
import io.partnerhub.sync.system.ToldEdit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Notices that were taken in, with their hints.
 *
 * @param hadRoom else nothing was stored
 * @param fresh keys of those that were not there before
 */
record TakenIn(boolean hadRoom, Set<String> fresh) {

  /**
   * By the ends of the index: a count would read all that waits, at each notice. Only where those
   * are far apart, as when others come and go while one waits, is it counted.
   */
  private static final String ROOM =
      "with room as (select (coalesce((select max(id) - min(id) + 1 from hint"
          + "     where system = :system), 0) < :most"
          + "   or (select count(*) from (select 1 from hint where system = :system"
          + "     limit :most) waiting) < :most)"
          + "   and coalesce((select received_at from hint where system = :system"
          + "     order by id limit 1), :now) > :oldest as has)";

  private static final Rowset<Said> SAID =
      new Rowset<Said>("said")
          .text("notice", Said::notice)
          .count("place", Said::place)
          .text("location", said -> said.hint().location())
          .text("native_id", said -> said.hint().id())
          .flag("own", said -> said.hint().own());

  private static final String STORE =
      ROOM
          + ", fresh as (insert into notice (source, key, received_at)"
          + "   select :source, x.key, :now from room, unnest(cast(:keys as text[])) as x(key)"
          + "   where room.has order by x.key on conflict do nothing returning key)"
          + ", stored as (insert into hint (system, location, native_id, own, received_at)"
          + "   select :system, x.location, x.native_id, x.own, :now"
          + "   from "
          + SAID.from()
          + "   join fresh on fresh.key = x.notice order by x.place)"
          + " select room.has, fresh.key from room left join fresh on true";

  /**
   * What bounds what waits.
   *
   * @param most hints of a system
   * @param oldest of its first hint
   */
  record Room(int most, Duration oldest) {}

  private record Said(String notice, int place, Hint hint) {}

  /** Stores what is new, if there is room. */
  static TakenIn by(
      Handle handle,
      SystemName system,
      String source,
      List<Notice> notices,
      Room room,
      Instant now) {
    Set<String> fresh = new HashSet<>();
    boolean hadRoom =
        SAID.bind(handle.createQuery(STORE), said(notices))
            .bind("system", system.value())
            .bind("source", source)
            .bind("now", now)
            .bind("most", room.most())
            .bind("oldest", now.minus(room.oldest()))
            .bindArray("keys", String.class, notices.stream().map(Notice::key).toList())
            .map(
                (row, context) -> {
                  if (row.getString("key") != null) {
                    fresh.add(row.getString("key"));
                  }
                  return row.getBoolean("has");
                })
            .list()
            .get(0);
    return new TakenIn(hadRoom, fresh);
  }

  private static List<Said> said(List<Notice> notices) {
    List<Said> said = new ArrayList<>();
    for (Notice notice : notices) {
      notice.hints().forEach(hint -> said.add(new Said(notice.key(), said.size(), hint)));
    }
    return said;
  }

  /** What the new ones say that fields were changed to. */
  List<ToldEdit> edits(List<Notice> notices) {
    return notices.stream()
        .filter(notice -> fresh.contains(notice.key()))
        .flatMap(notice -> notice.edits().stream())
        .toList();
  }

  Inbox.Receipt receipt(List<Notice> notices) {
    if (!hadRoom) {
      return Inbox.Receipt.FULL;
    }
    return fresh.isEmpty() && !notices.isEmpty() ? Inbox.Receipt.DUPLICATE : Inbox.Receipt.STORED;
  }
}
