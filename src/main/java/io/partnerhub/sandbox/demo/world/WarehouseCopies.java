package io.partnerhub.sandbox.demo.world;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnerhub.mapping.Conversion;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.model.SystemName;
import io.partnerhub.model.Values;
import io.partnerhub.sandbox.fulfillment.ClientSettings;
import io.partnerhub.sandbox.fulfillment.Resource;
import io.partnerhub.sandbox.fulfillment.Warehouse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Copies in the simulated fulfillment. */
public final class WarehouseCopies implements Copies {

  private static final String HUB = ClientSettings.sandbox().id();

  private final Warehouse warehouse;
  private final Resource resource;
  private final Mapping mapping;

  public WarehouseCopies(Warehouse warehouse, Resource resource, Mapping mapping) {
    this.warehouse = warehouse;
    this.resource = resource;
    this.mapping = mapping;
  }

  @Override
  public SystemName system() {
    return SystemName.FULFILLMENT;
  }

  @Override
  public List<Copy> all() {
    return warehouse.records(resource).stream().map(this::copy).toList();
  }

  @Override
  public Optional<Copy> find(String key) {
    return warehouse.record(resource, key).map(this::copy);
  }

  @Override
  public void add(Map<String, Object> fields) {
    warehouse.seed(resource, List.of(fields));
  }

  @Override
  public void edit(String key, Map<String, Object> fields) {
    warehouse.edit(resource, key, fields);
  }

  @Override
  public void delete(String key) {
    warehouse.delete(resource, key);
  }

  private Copy copy(JsonNode record) {
    Map<String, Object> shown = new LinkedHashMap<>();
    record.properties().forEach(field -> put(shown, field.getKey(), field.getValue()));
    Values values = Conversion.toCanonical(mapping, system(), shown).values();
    return new Copy(
        record.path("id").asText(),
        mapping.keyOf(values),
        shown,
        values,
        record.path("updatedBy").asText().equals(HUB));
  }

  /**
   * What lies deeper is named as the connector file names it: {@code shipTo/city} is shipToCity.
   */
  private static void put(Map<String, Object> shown, String name, JsonNode value) {
    if (value.isObject()) {
      value
          .properties()
          .forEach(part -> put(shown, name + capitalised(part.getKey()), part.getValue()));
    } else if (value.isNumber()) {
      shown.put(name, value.decimalValue());
    } else if (value.isTextual()) {
      shown.put(name, value.textValue());
    }
  }

  private static String capitalised(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }
}
