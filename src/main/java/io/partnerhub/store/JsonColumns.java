package io.partnerhub.store;

import com.fasterxml.jackson.core.type.TypeReference;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.Decision;
import io.partnerhub.sync.Hold;
import io.partnerhub.sync.Origin;
import io.partnerhub.sync.Replica;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The columns of JSON that are more than names and values: how each is written and read. */
final class JsonColumns {

  private static final TypeReference<List<List<Object>>> ORIGINS = new TypeReference<>() {};
  private static final TypeReference<Map<String, List<Object>>> LISTS = new TypeReference<>() {};
  private static final TypeReference<Map<String, Map<String, Object>>> OBJECTS =
      new TypeReference<>() {};

  private static final TypeReference<List<List<String>>> TEXTS = new TypeReference<>() {};

  /** Elements of a list of decisions before its decisions, and of each. */
  private static final int GROUP = 2;

  private static final int DECISION = 3;

  /** Elements of an origin's list before its fields. */
  private static final int ORIGIN = 5;

  private JsonColumns() {}

  static Map<String, Origin> origins(String json) {
    Map<String, Origin> origins = new TreeMap<>();
    for (List<Object> list : Json.read(json, ORIGINS)) {
      Origin origin = origin(list);
      list.subList(ORIGIN, list.size()).forEach(field -> origins.put((String) field, origin));
    }
    return origins;
  }

  /** A list for each origin, its fields at the end: most fields of a record share one. */
  static String originsAsJson(Map<String, Origin> origins) {
    Map<Origin, List<Object>> lists = new LinkedHashMap<>();
    origins.forEach(
        (field, origin) -> lists.computeIfAbsent(origin, JsonColumns::originAsList).add(field));
    return Json.of(lists.values());
  }

  private static List<Object> originAsList(Origin origin) {
    List<Object> list = new ArrayList<>();
    list.add(origin.system().value());
    list.add(origin.reading());
    list.add(origin.rule());
    list.add(origin.notBefore().toEpochMilli());
    list.add(origin.notAfter().toEpochMilli());
    return list;
  }

  private static Origin origin(List<Object> list) {
    return new Origin(
        new SystemName((String) list.get(0)),
        ((Number) list.get(1)).longValue(),
        (String) list.get(2),
        Instant.ofEpochMilli(((Number) list.get(3)).longValue()),
        Instant.ofEpochMilli(((Number) list.get(4)).longValue()));
  }

  static String heldAsJson(Map<String, Hold> held) {
    if (held.isEmpty()) {
      return Json.NO_FIELDS;
    }
    Map<String, Object> objects = new TreeMap<>();
    held.forEach((field, hold) -> objects.put(field, holdAsObject(hold)));
    return Json.of(objects);
  }

  private static Map<String, Object> holdAsObject(Hold hold) {
    Map<String, String> candidates = new TreeMap<>();
    hold.candidates().forEach((system, value) -> candidates.put(system.value(), value));
    Map<String, Object> object = new TreeMap<>();
    object.put("why", hold.why().name());
    object.put("agreed", hold.agreed());
    object.put("candidates", candidates);
    object.put("sentence", hold.sentence());
    object.put("since", Json.text(hold.since()));
    return object;
  }

  private static Hold hold(Map<String, Object> object) {
    Map<SystemName, String> candidates = new TreeMap<>();
    ((Map<?, ?>) object.get("candidates"))
        .forEach(
            (system, value) -> candidates.put(new SystemName((String) system), (String) value));
    return new Hold(
        Hold.Why.valueOf((String) object.get("why")),
        (String) object.get("agreed"),
        candidates,
        (String) object.get("sentence"),
        Json.instant((String) object.get("since")));
  }

  static Map<String, Hold> held(String json) {
    if (json.equals(Json.NO_FIELDS)) {
      return Map.of();
    }
    Map<String, Hold> held = new TreeMap<>();
    Json.read(json, OBJECTS).forEach((field, object) -> held.put(field, hold(object)));
    return held;
  }

  static String rewritesAsJson(Map<String, Replica.Rewrites> rewrites) {
    if (rewrites.isEmpty()) {
      return Json.NO_FIELDS;
    }
    Map<String, Object> object = new TreeMap<>();
    rewrites.forEach(
        (field, count) -> object.put(field, List.of(count.times(), count.last().toEpochMilli())));
    return Json.of(object);
  }

  static Map<String, Replica.Rewrites> rewrites(String json) {
    if (json.equals(Json.NO_FIELDS)) {
      return Map.of();
    }
    Map<String, Replica.Rewrites> rewrites = new TreeMap<>();
    Json.read(json, LISTS)
        .forEach(
            (field, list) ->
                rewrites.put(
                    field,
                    new Replica.Rewrites(
                        ((Number) list.get(0)).intValue(),
                        Instant.ofEpochMilli(((Number) list.get(1)).longValue()))));
    return rewrites;
  }

  /**
   * A list for each verdict and reason, then field, value before and value now of each decision:
   * most fields of a change share them, and there is a decision for every field of every change.
   */
  static String decisionsAsJson(List<Decision> decisions) {
    StringBuilder json = new StringBuilder("[");
    Decision last = null;
    for (Decision d : decisions) {
      if (last == null || last.verdict() != d.verdict() || !last.because().equals(d.because())) {
        json.append(last == null ? "[" : "],[");
        Json.append(json, d.verdict().name());
        json.append(',');
        Json.append(json, d.because());
      }
      for (String text : Arrays.asList(d.field(), d.was(), d.is())) {
        json.append(',');
        Json.append(json, text);
      }
      last = d;
    }
    return json.append(last == null ? "]" : "]]").toString();
  }

  static List<Decision> decisions(String json) {
    List<Decision> decisions = new ArrayList<>();
    for (List<String> group : Json.read(json, TEXTS)) {
      Decision.Verdict verdict = Decision.Verdict.valueOf(group.get(0));
      for (int i = GROUP; i < group.size(); i += DECISION) {
        decisions.add(
            new Decision(verdict, group.get(i), group.get(i + 1), group.get(i + 2), group.get(1)));
      }
    }
    return decisions;
  }
}
