package io.partnerhub.sandbox.smartsheet;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** Makes sheets from a name and columns. */
final class SheetMaker {
  private static final int LONGEST_NAME = 50;
  private static final Set<String> ALLOWED = Set.of("name", "columns", "fromId");
  private static final Set<String> READ_ONLY = Set.of("id", "version", "rows", "permalink");

  private SheetMaker() {}

  static Sheet make(Workspace workspace, JsonNode definition, Author author) {
    Attributes.only(definition, "sheet", ALLOWED, READ_ONLY);
    String name = Attributes.text(definition, "name");
    if (name == null || name.isBlank()) {
      throw ErrorCode.ATTRIBUTE_MISSING.with("sheet.name");
    }
    if (name.length() > LONGEST_NAME) {
      throw ErrorCode.TOO_LONG.with("sheet.name", LONGEST_NAME, name.length());
    }
    if (definition.hasNonNull("fromId")) {
      throw ErrorCode.UNSUPPORTED.with("templates are not simulated");
    }
    Sheet sheet =
        new Sheet(workspace.ids().next(), name, author, workspace.millis(), workspace.hooks());
    new ColumnWriter(workspace, sheet, author).define(Attributes.array(definition, "columns"));
    workspace.add(sheet);
    return sheet;
  }
}
