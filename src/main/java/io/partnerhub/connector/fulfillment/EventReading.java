package io.partnerhub.connector.fulfillment;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnerhub.sync.system.Hint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Reads which records a call is about; what it says of them is not looked at. */
final class EventReading {

  /** So many single reads are more than the list of what changed. */
  private static final int MOST_IDS = 1_000;

  private static final Pattern ID = Pattern.compile("[\\x21-\\x7e]{1,200}");

  private final Webhook form;
  private final Set<String> resources;
  private final Predicate<String> isHub;

  /**
   * @param resources that are kept in step; events of others are nothing to the hub
   * @param isHub whether the API names the hub so
   */
  EventReading(Webhook form, Set<String> resources, Predicate<String> isHub) {
    this.form = form;
    this.resources = resources;
    this.isHub = isHub;
  }

  /**
   * A hint for each record; for the whole resource where an id is missing or there are many. It is
   * the hub's own where the call says that of all that happened there.
   */
  List<Hint> hints(JsonNode body) {
    JsonNode at = body.at(form.events());
    Map<String, Map<String, Boolean>> ids = new LinkedHashMap<>();
    Map<String, Boolean> places = new LinkedHashMap<>();
    for (JsonNode event : at.isArray() ? at : List.of(at)) {
      String resource = form.resourceOf(event.at(form.resource()).asText());
      JsonNode id = event.at(form.record());
      if (!resources.contains(resource)) {
        continue;
      }
      if (id.isValueNode() && !id.isNull() && ID.matcher(id.asText()).matches()) {
        ids.computeIfAbsent(resource, r -> new LinkedHashMap<>())
            .merge(id.asText(), isOwn(event), Boolean::logicalAnd);
      } else {
        places.merge(resource, isOwn(event), Boolean::logicalAnd);
      }
    }
    ids.forEach(
        (resource, some) -> {
          if (some.size() > MOST_IDS || places.containsKey(resource)) {
            places.merge(resource, !some.containsValue(false), Boolean::logicalAnd);
          }
        });
    List<Hint> hints = new ArrayList<>();
    places.forEach((place, own) -> hints.add(new Hint(place, null, own)));
    ids.keySet().removeAll(places.keySet());
    ids.forEach(
        (resource, some) -> some.forEach((id, own) -> hints.add(new Hint(resource, id, own))));
    return hints;
  }

  private boolean isOwn(JsonNode event) {
    return form.changedBy() != null && isHub.test(event.at(form.changedBy()).asText());
  }
}
