package io.partnerhub.connector.fulfillment;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnerhub.connector.Batches;
import io.partnerhub.connector.fulfillment.Resource.LookUp;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.model.NativeId;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.Observation;
import io.partnerhub.sync.system.RowsRead;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads records by their ids or by their business keys. */
final class Copies {

  private static final String SEPARATOR = ",";

  private final Api api;
  private final Map<String, Resource> resources;
  private final Caller caller;

  Copies(Api api, Map<String, Resource> resources, Caller caller) {
    this.api = api;
    this.resources = resources;
    this.caller = caller;
  }

  RowsRead read(Mapping mapping, Collection<NativeId> ids) {
    caller.know();
    Map<String, Set<String>> byResource = new LinkedHashMap<>();
    ids.forEach(
        id -> byResource.computeIfAbsent(id.location(), l -> new LinkedHashSet<>()).add(id.id()));
    List<Observation> rows = new ArrayList<>();
    Map<NativeId, String> tags = new HashMap<>();
    byResource.forEach(
        (location, wanted) -> {
          Resource resource = resources.get(location);
          RecordReading reading = new RecordReading(mapping, location, resource, caller);
          Set<String> missing = new LinkedHashSet<>();
          for (JsonNode record : lookUp(resource, resource.byId(), wanted, reading, missing)) {
            rows.add(reading.observation(record));
            String tag = reading.tag(record);
            if (tag != null) {
              tags.put(new NativeId(location, reading.id(record)), tag);
            }
          }
          missing.forEach(id -> rows.add(reading.gone(id)));
        });
    return new RowsRead(rows, Map.of(), tags);
  }

  List<Observation> find(Mapping mapping, Collection<String> keys) {
    caller.know();
    Set<String> wanted = new LinkedHashSet<>(keys);
    List<Observation> found = new ArrayList<>();
    for (String location : mapping.side(SystemName.FULFILLMENT).placement().locations()) {
      Resource resource = resources.get(location);
      RecordReading reading = new RecordReading(mapping, location, resource, caller);
      byKey(resource, List.copyOf(wanted), reading).stream()
          .map(reading::observation)
          .filter(row -> !row.deleted())
          .filter(row -> wanted.contains(String.valueOf(mapping.keyOf(row.values()))))
          .forEach(found::add);
    }
    return found;
  }

  /** One key of a form that the API refuses has nothing under it, and stops no other. */
  private List<JsonNode> byKey(Resource resource, List<String> keys, RecordReading reading) {
    try {
      return lookUp(
          resource, resource.byKey(), new LinkedHashSet<>(keys), reading, new LinkedHashSet<>());
    } catch (ApiFault fault) {
      if (fault.meaning() != Meaning.DATA) {
        throw fault;
      }
    }
    List<JsonNode> records = new ArrayList<>();
    if (keys.size() > 1) {
      for (List<String> half : Batches.of(keys, (keys.size() + 1) / 2)) {
        records.addAll(byKey(resource, half, reading));
      }
    }
    return records;
  }

  /**
   * @param missing gets the values that the API certainly has nothing under
   */
  private List<JsonNode> lookUp(
      Resource resource,
      LookUp form,
      Set<String> values,
      RecordReading reading,
      Set<String> missing) {
    List<JsonNode> records = new ArrayList<>();
    for (List<String> some : batches(form, values)) {
      if (form.query() == null) {
        one(resource, form, some.get(0), reading, records, missing);
      } else {
        Request request =
            Request.get(resource.title(), form.path())
                .with(form.query(), String.join(SEPARATOR, some));
        JsonNode answer = api.call(request);
        records.addAll(Lists.records(api, request, answer, form.items(), reading));
      }
    }
    return records;
  }

  private void one(
      Resource resource,
      LookUp form,
      String value,
      RecordReading reading,
      List<JsonNode> records,
      Set<String> missing) {
    Request request = Request.get(resource.title(), Template.path(form.path(), value));
    try {
      JsonNode record = api.call(request).at(form.item());
      if (!reading.isRecord(record)) {
        throw api.errors().unreadable(request, "got a record without an id");
      }
      records.add(record);
    } catch (ApiFault fault) {
      if (fault.meaning() != Meaning.GONE) {
        throw fault;
      }
      missing.add(value);
    }
  }

  /** A value with the separator in it goes alone, where nothing is parted. */
  private static List<List<String>> batches(LookUp form, Set<String> values) {
    List<List<String>> batches = new ArrayList<>();
    List<String> current = new ArrayList<>();
    for (String value : values) {
      if (value.contains(SEPARATOR)) {
        batches.add(List.of(value));
      } else {
        if (current.isEmpty()) {
          batches.add(current);
        }
        current.add(value);
        if (current.size() == form.most()) {
          current = new ArrayList<>();
        }
      }
    }
    return batches;
  }
}
