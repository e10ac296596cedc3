package io.partnerhub.store;

import static java.util.stream.Collectors.toCollection;

import io.partnerhub.mapping.Mapping;
import io.partnerhub.model.RecordType;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.store.Sides;
import io.partnerhub.sync.system.Checkpoint;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** Which systems the mapping of a type names. */
final class SideRows implements Sides {

  static final String RECORDS =
      "select id from record where type = :type and id > :after"
          // an ended record has given its key up, and is due nothing
          + " and (key is not null or agreed ->> :key is null) order by id limit :limit";

  private static final String READ_ANEW =
      "update checkpoint set read_before = read_before or complete, complete = false,"
          + " version = 0, watermark = null, watermark_found_at = null, settled = false,"
          + " cursor = null, surplus = :unswept where type = :type and system = any(:joined)";

  /** Records may have gone meanwhile, which took along what was known of their copies there. */
  private static final String RECOUNT =
      "insert into linked select type, system, location, count(*) from replica"
          + " where type = :type and system = any(:joined) and state = 'LINKED'"
          + " group by type, system, location";

  /** Which parents they wait for that are there, children say anew when they are claimed. */
  private static final String WAIT_NO_MORE =
      "update replica set awaits = null where type = any(:children) and system = any(:left)"
          + " and due and awaits is not null";

  private final Handle handle;
  private final Mapping mapping;

  SideRows(Handle handle, Mapping mapping) {
    this.handle = handle;
    this.mapping = mapping;
  }

  /** A row of another table is not of a system that left its type. */
  static String isNamed(String row) {
    return "not exists (select 1 from side d where d.type = %1$s.type and d.system = %1$s.system"
            .formatted(row)
        + " and not d.named)";
  }

  @Override
  public boolean isSettled() {
    Map<String, Boolean> stated =
        of(handle.createQuery(
                "select system, stated_to is null as stated from side"
                    + " where type = :type and named"))
            .map((row, context) -> Map.entry(row.getString("system"), row.getBoolean("stated")))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    return !stated.containsValue(false)
        && stated.keySet().equals(Set.copyOf(names(mapping.sides().keySet())));
  }

  @Override
  public void noOthersThan(Collection<RecordType> types) {
    handle
        .createUpdate("update side set named = false where named and type <> all(:types)")
        .bindArray("types", String.class, types.stream().map(RecordType::name).toList())
        .execute();
  }

  @Override
  public Change take() {
    Set<SystemName> before =
        of(handle.createQuery("select system from side where type = :type and named"))
            .mapTo(String.class)
            .map(SystemName::new)
            .set();
    Set<SystemName> now = mapping.sides().keySet();
    Change change = new Change(without(now, before), without(before, now));
    if (!change.joined().isEmpty() || !change.left().isEmpty()) {
      store(change);
    }
    return change;
  }

  private static Set<SystemName> without(Set<SystemName> some, Set<SystemName> others) {
    return some.stream().filter(s -> !others.contains(s)).collect(toCollection(TreeSet::new));
  }

  private void store(Change change) {
    new RoundTrip(handle)
        .run("update side set named = false where type = :type and system = any(:left)")
        .run(
            "insert into side (type, system, named, stated_to)"
                + " select :type, unnest(:joined), true,"
                + "   case when exists (select from record where type = :type) then 0 end"
                + " on conflict (type, system) do update set named = true,"
                + "   stated_to = excluded.stated_to")
        .run(READ_ANEW)
        .run("delete from linked where type = :type and system = any(:joined)")
        .run(RECOUNT)
        .run(WAIT_NO_MORE)
        // whether a child counts may follow from a copy that left, or is back
        .run("delete from rollup_form where type = any(:parents)")
        .with(all -> of(all).bind("unswept", Checkpoint.UNSWEPT))
        .with(all -> all.bindArray("left", String.class, names(change.left())))
        .with(all -> all.bindArray("joined", String.class, names(change.joined())))
        .with(all -> all.bindArray("parents", String.class, parents()))
        .with(all -> all.bindArray("children", String.class, children()))
        .make();
  }

  private List<String> children() {
    return mapping.relatives().children().stream().map(RecordType::name).toList();
  }

  private List<String> parents() {
    Stream<String> references = mapping.relatives().rolledUp().keySet().stream();
    return references.map(r -> mapping.field(r).refersTo()).map(RecordType::name).toList();
  }

  private static List<String> names(Collection<SystemName> systems) {
    return systems.stream().map(SystemName::value).toList();
  }

  @Override
  public Optional<Unstated> next(int limit) {
    return of(handle.createQuery(
            "select system, stated_to from side where type = :type and named"
                + " and stated_to is not null order by system limit 1"))
        .map(
            (row, context) ->
                behind(new SystemName(row.getString("system")), row.getLong("stated_to"), limit))
        .findOne();
  }

  private Unstated behind(SystemName system, long after, int limit) {
    List<Long> records =
        of(handle.createQuery(RECORDS))
            .bind("after", after)
            .bind("key", mapping.key())
            .bind("limit", limit)
            .mapTo(Long.class)
            .list();
    return new Unstated(system, records, records.size() < limit);
  }

  @Override
  public void stated(Unstated some) {
    Long upTo = some.last() ? null : some.records().get(some.records().size() - 1);
    of(handle.createUpdate(
            "update side set stated_to = :upTo where type = :type and system = :system"))
        .bind("upTo", upTo)
        .bind("system", some.system().value())
        .execute();
    if (some.last() && !some.records().isEmpty()) {
      handle.execute("analyze replica"); // or the first claims are planned for what was there
    }
  }

  private <S extends SqlStatement<S>> S of(S statement) {
    return statement.bind("type", mapping.type().name());
  }
}
