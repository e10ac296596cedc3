package io.partnerhub.sandbox.salesforce;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields of a record that an answer shows, parents nested. */
final class Projection {

  private final Database database;
  private final List<Field> own = new ArrayList<>();
  private final Map<Field, Projection> parents = new LinkedHashMap<>();

  private Projection(Database database) {
    this.database = database;
  }

  /**
   * The fields that a query selects.
   *
   * @throws ApiError INVALID_FIELD for one that is unknown or named twice
   */
  static Projection of(Database database, SObjectType type, List<String> paths) {
    Projection projection = new Projection(database);
    for (String path : paths) {
      FieldPath resolved = FieldPath.of(database.schema(), type, path);
      projection.add(resolved.hops(), resolved.field());
    }
    return projection;
  }

  /** The id and the named fields, each once. */
  static Projection withId(Database database, SObjectType type, List<String> names) {
    Projection projection = new Projection(database);
    for (String name : names) {
      Field field = type.field(name).orElseThrow(() -> ApiError.noColumn(type, name));
      if (!projection.own.contains(field)) {
        projection.own.add(field);
      }
    }
    Field id = type.fields().get(SObjectType.ID);
    if (!projection.own.contains(id)) {
      projection.own.add(id);
    }
    return projection;
  }

  static Projection all(Database database, SObjectType type) {
    Projection projection = new Projection(database);
    projection.own.addAll(type.fields());
    return projection;
  }

  private void add(List<Field> hops, Field field) {
    if (!hops.isEmpty()) {
      parents
          .computeIfAbsent(hops.get(0), hop -> new Projection(database))
          .add(hops.subList(1, hops.size()), field);
    } else if (own.contains(field)) {
      throw new ApiError(400, "INVALID_FIELD", "duplicate field selected: " + field.name());
    } else {
      own.add(field);
    }
  }

  void write(JsonGenerator json, Row row, String version) throws IOException {
    json.writeStartObject();
    json.writeObjectFieldStart("attributes");
    json.writeStringField("type", row.type().name());
    json.writeStringField("url", url(row, version));
    json.writeEndObject();
    for (Field field : own) {
      json.writeFieldName(field.name());
      Wire.value(json, row.get(field), field);
    }
    for (Map.Entry<Field, Projection> parent : parents.entrySet()) {
      json.writeFieldName(parent.getKey().relationshipName());
      Optional<Row> parentRow = database.follow(row, parent.getKey());
      if (parentRow.isPresent()) {
        parent.getValue().write(json, parentRow.get(), version);
      } else {
        json.writeNull();
      }
    }
    json.writeEndObject();
  }

  static String url(Row row, String version) {
    return "/services/data/"
        + version
        + "/sobjects/"
        + row.type().name()
        + "/"
        + Ids.to18(row.id());
  }
}
