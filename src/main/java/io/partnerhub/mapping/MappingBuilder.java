package io.partnerhub.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnerhub.model.RecordType;
import io.partnerhub.model.SystemName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes a mapping of a file that has no faults. */
final class MappingBuilder {

  private final YamlFile file;
  private final SheetIds sheets;

  MappingBuilder(YamlFile file, SheetIds sheets) {
    this.file = file;
    this.sheets = sheets;
  }

  Mapping build() {
    FieldBuilder builder = new FieldBuilder(file);
    List<Field> fields =
        file.fields().entrySet().stream()
            .map(field -> builder.field(field.getKey(), field.getValue()))
            .toList();
    return new Mapping(new RecordType(file.type()), file.version(), file.key(), fields, sides());
  }

  private Map<SystemName, Side> sides() {
    Map<SystemName, Side> sides = new LinkedHashMap<>();
    file.systems()
        .forEach(
            (name, node) -> {
              SystemName system = new SystemName(name);
              sides.put(system, side(system, node));
            });
    return Collections.unmodifiableMap(sides);
  }

  private Side side(SystemName system, JsonNode node) {
    String groupedBy = node.has("groupedBy") ? node.get("groupedBy").asText() : null;
    return new Side(system, placement(node), onDelete(node.path("onDelete")), groupedBy);
  }

  private Placement placement(JsonNode side) {
    for (String only : List.of("object", "resource")) {
      if (side.has(only)) {
        return new Placement.One(side.get(only).asText());
      }
    }
    if (side.has("sheet")) {
      return new Placement.One(sheets.only());
    }
    Map<String, String> byValue = new LinkedHashMap<>();
    side.get("sheets")
        .properties()
        .forEach(sheet -> byValue.put(sheet.getKey(), sheets.named(sheet.getValue().asText())));
    String otherwise = side.has("otherwise") ? sheets.named(side.get("otherwise").asText()) : null;
    return new Placement.ByField(
        side.get("sheetBy").asText(), Collections.unmodifiableMap(byValue), otherwise);
  }

  private static DeleteRule onDelete(JsonNode rule) {
    return rule.path("mark").properties().stream()
        .findFirst()
        .<DeleteRule>map(mark -> new DeleteRule.Mark(mark.getKey(), mark.getValue().asText()))
        .orElseGet(
            () ->
                switch (rule.asText()) {
                  case "propagate" -> new DeleteRule.Propagate();
                  case "restore" -> new DeleteRule.Restore();
                  default -> new DeleteRule.Ignore();
                });
  }
}
