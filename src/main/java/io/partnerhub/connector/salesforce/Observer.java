package io.partnerhub.connector.salesforce;

import io.partnerhub.mapping.Conversion;
import io.partnerhub.mapping.Field;
import io.partnerhub.mapping.Kind;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.mapping.Reading;
import io.partnerhub.model.NativeId;
import io.partnerhub.model.SystemName;
import io.partnerhub.model.Values;
import io.partnerhub.sync.Observation;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes observations of records: which fields to ask for and what they say. */
final class Observer {

  private static final SystemName SYSTEM = SystemName.SALESFORCE;
  private static final List<String> OWN_FIELDS =
      List.of("Id", "SystemModstamp", "LastModifiedById", "CreatedById");

  private final HubUser hubUser;

  Observer(HubUser hubUser) {
    this.hubUser = hubUser;
  }

  /** The fields that an observation needs, without {@code IsDeleted}. */
  Set<String> fields(Mapping mapping) {
    Set<String> fields = new LinkedHashSet<>(OWN_FIELDS);
    mapping.fieldsIn(SYSTEM).forEach(field -> fields.add(field.names().get(SYSTEM)));
    return fields;
  }

  /** The fields of a query. */
  Set<String> queryFields(Mapping mapping) {
    Set<String> fields = fields(mapping);
    fields.add("IsDeleted");
    return fields;
  }

  Observation observe(Mapping mapping, String object, NativeRecord row) throws UnusableAnswer {
    Reading reading =
        row.deleted()
            ? new Reading(Values.none(), Map.of())
            : Conversion.toCanonical(mapping, SYSTEM, nativeValues(mapping, row));
    return new Observation(
        new NativeId(object, row.id()),
        reading.values(),
        reading.unreadable(),
        row.stamp(),
        row.deleted(),
        hubUser.is(row.text("LastModifiedById")),
        hubUser.is(row.text("CreatedById")),
        null,
        row.text("LastModifiedById"));
  }

  private static Map<String, Object> nativeValues(Mapping mapping, NativeRecord row) {
    Map<String, Object> values = new HashMap<>();
    for (Field field : mapping.fieldsIn(SYSTEM)) {
      String name = field.names().get(SYSTEM);
      values.put(name, nativeValue(field.kind(), row.fields().get(name)));
    }
    return values;
  }

  /** Several chosen values come as one text with semicolons between them. */
  private static Object nativeValue(Kind kind, Object value) {
    return kind == Kind.MULTI_PICKLIST && value instanceof String text
        ? List.of(text.split(";"))
        : value;
  }
}
