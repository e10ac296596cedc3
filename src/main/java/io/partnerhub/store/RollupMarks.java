package io.partnerhub.store;

import io.partnerhub.mapping.Derivation;
import io.partnerhub.model.RecordType;
import io.partnerhub.sync.store.RolledUp;
import io.partnerhub.sync.store.Rollups;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Which records' derived fields are to be worked out, and what they come to. */
final class RollupMarks implements Rollups {

  /** By hash: a join would go through all marks for each key once they were counted none. */
  static final String TAKE =
      "with longest as (select key from rollup_due where type = :type order by id limit :limit),"
          + " taken as (delete from rollup_due where type = :type"
          + "   and (key in (select key from longest)) is true returning key)"
          + " select distinct key from taken";

  private final Handle handle;
  private final RecordType type;

  RollupMarks(Handle handle, RecordType type) {
    this.handle = handle;
    this.type = type;
  }

  static boolean exist(Handle handle, RecordType type) {
    return handle
        .createQuery("select exists (select 1 from rollup_due where type = :type)")
        .bind("type", type.name())
        .mapTo(Boolean.class)
        .one();
  }

  @Override
  public Set<String> takeMarks(int limit) {
    return new LinkedHashSet<>(
        handle
            .createQuery(TAKE)
            .bind("type", type.name())
            .bind("limit", limit)
            .mapTo(String.class)
            .list());
  }

  @Override
  public List<RolledUp> workOut(List<Derivation> derivations, Collection<String> keys) {
    Map<List<Object>, List<Derivation>> byReference =
        derivations.stream()
            .collect(
                Collectors.groupingBy(
                    d -> List.of(d.children().type(), d.reference()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    List<RolledUp> values = new ArrayList<>();
    for (List<Derivation> same : byReference.values()) {
      values.addAll(new RollupQuery(type, same).run(handle, keys));
    }
    return values;
  }

  @Override
  public void markAllFor(String form) {
    handle
        .createUpdate(
            "with changed as (insert into rollup_form as f (type, form) values (:type, :form)"
                + "   on conflict (type) do update set form = excluded.form"
                + "   where f.form <> excluded.form returning type)"
                + " insert into rollup_due (type, key)"
                + " select r.type, r.key from record r join changed using (type)"
                + " where r.key is not null")
        .bind("type", type.name())
        .bind("form", form)
        .execute();
  }
}
