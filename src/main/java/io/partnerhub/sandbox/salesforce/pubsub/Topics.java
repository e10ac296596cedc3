package io.partnerhub.sandbox.salesforce.pubsub;

import io.grpc.StatusRuntimeException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The topics of change events and their schemas: one for all objects, and one for each. */
public final class Topics {

  public static final String ALL = "/data/ChangeEvents";

  private static final String PREFIX = "/data/";
  private static final String SUFFIX = "ChangeEvent";

  private final Map<String, String> schemas = new LinkedHashMap<>();
  private final Map<String, String> schemaIds = new LinkedHashMap<>();
  private Set<String> selected = new TreeSet<>();

  /** Objects that have change events, with the id and the JSON of their schemas. */
  public synchronized void define(String entity, String schemaId, String schema) {
    schemas.put(schemaId, schema);
    schemaIds.put(entity, schemaId);
    selected.add(entity);
  }

  /**
   * Which objects an administrator has selected for change events; none: the org has no topic.
   *
   * @throws IllegalArgumentException for an object without change events
   */
  public synchronized void select(Set<String> entities) {
    if (!schemaIds.keySet().containsAll(entities)) {
      throw new IllegalArgumentException("change events are of " + schemaIds.keySet());
    }
    selected = new TreeSet<>(entities);
  }

  synchronized void reset() {
    selected = new TreeSet<>(schemaIds.keySet());
  }

  /** Whether changes of an object become events. */
  public synchronized boolean isSelected(String entity) {
    return selected.contains(entity);
  }

  /**
   * The schema of a topic's events; for the topic of all, that of any of them [I].
   *
   * @throws StatusRuntimeException when there is no such topic
   */
  synchronized String schemaId(String topic) {
    String entity = entity(topic).orElseGet(() -> selected.iterator().next());
    return schemaIds.get(entity);
  }

  synchronized String schema(String id) {
    return Optional.ofNullable(schemas.get(id))
        .orElseThrow(() -> ErrorCode.SCHEMA_NOT_FOUND.with("there is no schema " + id));
  }

  synchronized Predicate<BusEvent> wanted(String topic) {
    Optional<String> entity = entity(topic);
    return event -> entity.isEmpty() || entity.get().equals(event.entity());
  }

  /** The object of a topic; empty for the topic of all. */
  private Optional<String> entity(String topic) {
    if (topic.equals(ALL) && !selected.isEmpty()) {
      return Optional.empty();
    }
    if (topic.startsWith(PREFIX) && topic.endsWith(SUFFIX)) {
      String name = topic.substring(PREFIX.length(), topic.length() - SUFFIX.length());
      String entity = name.endsWith("__") ? name + "c" : name;
      if (selected.contains(entity)) {
        return Optional.of(entity);
      }
    }
    throw ErrorCode.TOPIC_NOT_FOUND.with(
        "The topic was not found, or the user may not see it: " + topic);
  }
}
