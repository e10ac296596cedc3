package io.partnerhub.connector.fulfillment;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnerhub.mapping.CheckedYaml;
import io.partnerhub.mapping.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks for placeholders that do not exist, and for those that a call cannot do without. */
final class PlaceholderCheck {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");
  private static final Set<String> KNOWN = Set.of("id", "key", "version", "values");

  private final CheckedYaml file;
  private final List<Fault> faults = new ArrayList<>();

  PlaceholderCheck(CheckedYaml file) {
    this.file = file;
  }

  List<Fault> faults() {
    for (Map.Entry<String, JsonNode> resource : file.root().path("resources").properties()) {
      String place = "/resources/" + resource.getKey();
      for (String part : List.of("byId", "byKey", "create", "update", "delete", "batch")) {
        unknown(place + "/" + part, resource.getValue().path(part));
      }
      needsId(place + "/update/path", resource.getValue().at("/update/path"));
      needsId(place + "/delete/path", resource.getValue().at("/delete/path"));
      for (String entry : List.of("create", "update")) {
        needsValues(place + "/batch/" + entry, resource.getValue().path("batch").path(entry));
        needsValues(place + "/" + entry + "/body", resource.getValue().path(entry).path("body"));
      }
    }
    return faults;
  }

  private void unknown(String place, JsonNode node) {
    if (node.isTextual()) {
      Matcher matcher = PLACEHOLDER.matcher(node.asText());
      while (matcher.find()) {
        if (!KNOWN.contains(matcher.group(1))) {
          faults.add(
              file.fault(
                  place,
                  "There is no placeholder " + matcher.group(),
                  "Known are: {id}, {key}, {version}, {values}"));
        }
      }
    }
    node.properties().forEach(member -> unknown(place + "/" + member.getKey(), member.getValue()));
  }

  private void needsId(String place, JsonNode path) {
    if (path.isTextual() && !path.asText().contains("{id}")) {
      faults.add(
          file.fault(place, "This path names no record", "Put {id} where the record's id goes"));
    }
  }

  private void needsValues(String place, JsonNode body) {
    if (!body.isMissingNode() && !body.toString().contains("\"{values}\"")) {
      faults.add(
          file.fault(place, "This carries no values", "Put \"{values}\" where the fields go"));
    }
  }
}
