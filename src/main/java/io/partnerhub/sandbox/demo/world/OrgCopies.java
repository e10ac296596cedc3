package io.partnerhub.sandbox.demo.world;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnerhub.mapping.Conversion;
import io.partnerhub.mapping.Field;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.model.RecordType;
import io.partnerhub.model.SystemName;
import io.partnerhub.model.Values;
import io.partnerhub.sandbox.salesforce.Org;
import io.partnerhub.sandbox.salesforce.OrgSettings;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Copies in the simulated Salesforce. */
public final class OrgCopies implements Copies {

  private static final String CUSTOM_RELATION = "__r";

  private final Org org;
  private final Mapping mapping;
  private final Function<RecordType, String> objectOf;
  private final String object;
  private final String hubUser;

  /**
   * @param objectOf the object of each type that the mapping refers to
   */
  public OrgCopies(Org org, Mapping mapping, Function<RecordType, String> objectOf) {
    this.org = org;
    this.mapping = mapping;
    this.objectOf = objectOf;
    this.object = objectOf.apply(mapping.type());
    this.hubUser = idOf(OrgSettings.sandbox().username());
  }

  @Override
  public SystemName system() {
    return SystemName.SALESFORCE;
  }

  @Override
  public List<Copy> all() {
    Parents parents = new Parents();
    return org.records(object).stream()
        .filter(record -> !record.path("IsDeleted").asBoolean())
        .map(record -> copy(record, parents))
        .toList();
  }

  @Override
  public Optional<Copy> find(String key) {
    return org.record(object, key)
        .filter(record -> !record.path("IsDeleted").asBoolean())
        .map(record -> copy(record, new Parents()));
  }

  @Override
  public void add(Map<String, Object> fields) {
    org.create(object, fields);
  }

  @Override
  public void edit(String key, Map<String, Object> fields) {
    org.edit(object, key, fields);
  }

  @Override
  public void delete(String key) {
    org.delete(object, key);
  }

  private Copy copy(JsonNode record, Parents parents) {
    Map<String, Object> shown = new LinkedHashMap<>();
    record.properties().forEach(field -> put(shown, field.getKey(), field.getValue()));
    mapping.references().forEach(reference -> parents.put(shown, reference, record));
    Values values = Conversion.toCanonical(mapping, system(), shown).values();
    return new Copy(
        record.path("Id").asText(),
        mapping.keyOf(values),
        shown,
        values,
        record.path("LastModifiedById").asText().equals(hubUser));
  }

  private String idOf(String username) {
    return org.records("User").stream()
        .filter(user -> user.path("Username").asText().equals(username))
        .findFirst()
        .orElseThrow()
        .path("Id")
        .asText();
  }

  private static void put(Map<String, Object> shown, String name, JsonNode value) {
    if (value.isNumber()) {
      shown.put(name, value.decimalValue());
    } else if (value.isBoolean()) {
      shown.put(name, value.booleanValue());
    } else if (value.isTextual()) {
      shown.put(name, value.textValue());
    }
  }

  /** Business keys of parents, each looked up once. */
  private final class Parents {

    private final Map<String, String> keys = new HashMap<>();

    /** Shows a parent's key under the path that the mapping names. */
    void put(Map<String, Object> shown, Field reference, JsonNode record) {
      String path = reference.names().get(SystemName.SALESFORCE);
      String[] names = path.split("\\.");
      String lookup =
          names[0].endsWith(CUSTOM_RELATION)
              ? names[0].replace(CUSTOM_RELATION, "__c")
              : names[0] + "Id";
      String id = record.path(lookup).asText();
      String parentObject = objectOf.apply(reference.refersTo());
      String key = keys.computeIfAbsent(id, i -> keyOf(parentObject, i, names[1]));
      if (!key.isEmpty()) {
        shown.put(path, key);
      }
    }

    private String keyOf(String parentObject, String id, String field) {
      return org.record(parentObject, id).map(parent -> parent.path(field).asText()).orElse("");
    }
  }
}
