package io.partnerhub.connector.fulfillment;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnerhub.sync.Hint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads which records a call is about; what it says of them is not looked at. */
final class EventReading {

  /** So many single reads are more than the list of what changed. */
  private static final int MOST_IDS = 1_000;

  private static final Pattern ID = Pattern.compile("[\\x21-\\x7e]{1,200}");

  private final Webhook form;
  private final Set<String> resources;

  /**
   * @param resources that are kept in step; events of others are nothing to the hub
   */
  EventReading(Webhook form, Set<String> resources) {
    this.form = form;
    this.resources = resources;
  }

  /** A hint for each record; for the whole resource where an id is missing or there are many. */
  List<Hint> hints(JsonNode body) {
    JsonNode at = body.at(form.events());
    Map<String, Set<String>> ids = new LinkedHashMap<>();
    Set<String> places = new LinkedHashSet<>();
    for (JsonNode event : at.isArray() ? at : List.of(at)) {
      String resource = form.resourceOf(event.at(form.resource()).asText());
      JsonNode id = event.at(form.record());
      if (!resources.contains(resource)) {
        continue;
      }
      if (id.isValueNode() && !id.isNull() && ID.matcher(id.asText()).matches()) {
        ids.computeIfAbsent(resource, r -> new LinkedHashSet<>()).add(id.asText());
      } else {
        places.add(resource);
      }
    }
    ids.entrySet().stream()
        .filter(entry -> entry.getValue().size() > MOST_IDS)
        .forEach(entry -> places.add(entry.getKey()));
    List<Hint> hints = new ArrayList<>();
    places.forEach(place -> hints.add(Hint.somewhereIn(place)));
    ids.forEach(
        (resource, some) -> {
          if (!places.contains(resource)) {
            some.forEach(id -> hints.add(Hint.of(resource, id)));
          }
        });
    return hints;
  }
}
