package io.partnerhub.store;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.type.TypeReference;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.Decision;
import io.partnerhub.sync.Hold;
import io.partnerhub.sync.Origin;
import io.partnerhub.sync.Replica;
import io.partnerhub.sync.Wish;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The columns of JSON that are more than names and values: how each is written and read. */
final class JsonColumns {

  private static final TypeReference<Map<String, List<Object>>> LISTS = new TypeReference<>() {};
  private static final TypeReference<Map<String, Map<String, Object>>> OBJECTS =
      new TypeReference<>() {};

  private static final TypeReference<List<List<String>>> TEXTS = new TypeReference<>() {};

  /** Elements of a list of decisions before its decisions, and of each. */
  private static final int GROUP = 2;

  private static final int DECISION = 3;

  private JsonColumns() {}

  static Map<String, Origin> origins(String json) {
    Map<String, Origin> origins = new TreeMap<>();
    try (JsonParser parser = Json.parser(json)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.START_ARRAY) {
        Origin origin = origin(parser);
        for (String field = parser.nextTextValue(); field != null; field = parser.nextTextValue()) {
          origins.put(field, origin);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return origins;
  }

  /** A list for each origin, its fields at the end: most fields of a record share one. */
  static String originsAsJson(Map<String, Origin> origins) {
    Map<Origin, StringBuilder> lists = new LinkedHashMap<>();
    origins.forEach(
        (field, origin) ->
            Json.append(
                lists.computeIfAbsent(origin, JsonColumns::originAsList).append(','), field));
    return lists.values().stream()
        .map(list -> list.append(']'))
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static StringBuilder originAsList(Origin origin) {
    StringBuilder list = new StringBuilder("[");
    Json.append(list, origin.system().value());
    list.append(',').append(origin.reading()).append(',');
    Json.append(list, origin.rule());
    return list.append(',')
        .append(origin.notBefore().toEpochMilli())
        .append(',')
        .append(origin.notAfter().toEpochMilli());
  }

  private static Origin origin(JsonParser list) throws IOException {
    return new Origin(
        new SystemName(list.nextTextValue()),
        list.nextLongValue(0),
        list.nextTextValue(),
        Instant.ofEpochMilli(list.nextLongValue(0)),
        Instant.ofEpochMilli(list.nextLongValue(0)));
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
    Map<String, List<Object>> edits = new TreeMap<>();
    Map<String, String> shown = new TreeMap<>();
    hold.wishes()
        .forEach(
            (system, wish) -> {
              candidates.put(system.value(), wish.value());
              edits.put(system.value(), editAsList(wish));
              if (!Objects.equals(wish.shown(), wish.base())) {
                shown.put(system.value(), wish.shown());
              }
            });
    Map<String, Object> object = new TreeMap<>();
    object.put("why", hold.why().name());
    object.put("agreed", hold.agreed());
    object.put("candidates", candidates);
    object.put("edits", edits);
    if (!shown.isEmpty()) {
      object.put("shown", shown);
    }
    object.put("sentence", hold.sentence());
    object.put("since", Json.text(hold.since()));
    return object;
  }

  /** What a candidate was edited from and why it is no value, then when, where that is known. */
  private static List<Object> editAsList(Wish wish) {
    Origin origin = wish.origin();
    return origin == null
        ? Arrays.asList(wish.base(), wish.unreadable())
        : Arrays.asList(
            wish.base(),
            wish.unreadable(),
            origin.reading(),
            origin.rule(),
            origin.notBefore().toEpochMilli(),
            origin.notAfter().toEpochMilli());
  }

  private static Hold hold(Map<String, Object> object) {
    Hold hold =
        new Hold(
            Hold.Why.valueOf((String) object.get("why")),
            (String) object.get("agreed"),
            Map.of(),
            (String) object.get("sentence"),
            Json.instant((String) object.get("since")));
    Map<?, ?> edits = (Map<?, ?>) object.getOrDefault("edits", Map.of());
    Map<?, ?> shown = (Map<?, ?>) object.getOrDefault("shown", Map.of());
    for (Map.Entry<?, ?> candidate : ((Map<?, ?>) object.get("candidates")).entrySet()) {
      SystemName system = new SystemName((String) candidate.getKey());
      List<?> edit = (List<?>) edits.get(candidate.getKey());
      Wish wish = wish(hold, system, (String) candidate.getValue(), edit);
      Object text =
          shown.containsKey(candidate.getKey()) ? shown.get(candidate.getKey()) : wish.base();
      hold = hold.with(system, wish.shown((String) text));
    }
    return hold;
  }

  /** An older hub did not keep the edit: which of several texts is no value is not known then. */
  private static Wish wish(Hold hold, SystemName system, String value, List<?> edit) {
    if (edit == null) {
      String unreadable = hold.why() == Hold.Why.UNREADABLE ? hold.sentence() : null;
      return new Wish(value, unreadable, hold.agreed(), null);
    }
    Iterator<?> list = edit.iterator();
    String base = (String) list.next();
    String unreadable = (String) list.next();
    return new Wish(value, unreadable, base, list.hasNext() ? origin(system, list) : null);
  }

  private static Origin origin(SystemName system, Iterator<?> list) {
    return new Origin(
        system,
        ((Number) list.next()).longValue(),
        (String) list.next(),
        Instant.ofEpochMilli(((Number) list.next()).longValue()),
        Instant.ofEpochMilli(((Number) list.next()).longValue()));
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
