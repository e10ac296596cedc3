package io.partnerhub.sandbox.salesforce;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A field of a record or of one of its parents.
 *
 * @param hops the reference fields on the way, none for a field of the record itself
 */
record FieldPath(List<Field> hops, Field field) {

  private static final int MOST_HOPS = 5;

  /**
   * Reads {@code Name} or {@code Parent.Owner.Name}.
   *
   * @throws ApiError INVALID_FIELD for a name that the object does not have
   */
  static FieldPath of(Schema schema, SObjectType type, String path) {
    String[] names = path.split("\\.");
    int first = names.length > 1 && names[0].equalsIgnoreCase(type.name()) ? 1 : 0;
    SObjectType at = type;
    List<Field> hops = new ArrayList<>();
    for (String name : List.of(names).subList(first, names.length - 1)) {
      Field hop = at.relationship(name).orElseThrow(() -> noRelationship(name, path));
      hops.add(hop);
      at = schema.type(hop.referenceTo()).orElseThrow();
    }
    if (hops.size() > MOST_HOPS) {
      throw new ApiError(400, "INVALID_FIELD", "more than 5 relationships in field path " + path);
    }
    SObjectType last = at;
    String name = names[names.length - 1];
    return new FieldPath(
        List.copyOf(hops), last.field(name).orElseThrow(() -> ApiError.noColumn(last, name)));
  }

  private static ApiError noRelationship(String name, String path) {
    return new ApiError(
        400,
        "INVALID_FIELD",
        "Didn't understand relationship '" + name + "' in field path '" + path + "'.");
  }

  /** The value; null when it is null or a parent on the way is missing. */
  Object value(Row row, Database database) {
    Row at = row;
    for (Field hop : hops) {
      Optional<Row> parent = database.follow(at, hop);
      if (parent.isEmpty()) {
        return null;
      }
      at = parent.get();
    }
    return at.get(field);
  }
}
