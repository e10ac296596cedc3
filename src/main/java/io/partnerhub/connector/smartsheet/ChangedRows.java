package io.partnerhub.connector.smartsheet;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnerhub.sync.system.Hint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rows that a callback's events are about, and whether the hub alone changed them. */
final class ChangedRows {

  /** So many are one call by their ids; of more, the sheet's news are fewer calls. */
  private static final int MOST_CHANGED = 400;

  /** News do not show what is gone; of more, the next sweep finds the rest. */
  private static final int MOST_DELETED = 2_000;

  private final String hubId;
  private final Map<String, Boolean> changed = new LinkedHashMap<>();
  private final Set<String> deleted = new LinkedHashSet<>();
  private boolean sheet;
  private boolean elsewhere;
  private boolean own = true;

  /**
   * @param hubId marks the hub's own writes
   * @param events as Smartsheet lists them (guide "Webhook callbacks")
   */
  ChangedRows(String hubId, JsonNode events) {
    this.hubId = hubId;
    events.forEach(this::add);
  }

  private void add(JsonNode event) {
    String object = event.path("objectType").asText();
    boolean isRow = object.equals("row");
    JsonNode id = event.path(isRow ? "id" : "rowId");
    boolean isOwn = isOwn(event);
    own &= isOwn;
    if (object.equals("sheet")) {
      sheet = true;
    } else if (!id.canConvertToLong()) {
      elsewhere = true;
    } else if (isRow && event.path("eventType").asText().equals("deleted")) {
      deleted.add(id.asText());
    } else {
      changed.merge(id.asText(), isOwn, Boolean::logicalAnd);
    }
  }

  private boolean isOwn(JsonNode event) {
    String agents = event.path("changeAgent").asText();
    return Arrays.stream(agents.split(",")).map(String::strip).anyMatch(hubId::equals);
  }

  /**
   * What is to be read again; nothing where there was no event. That the sheet was updated is said
   * with each change of a row, and something of its own only where no row is named.
   */
  List<Hint> hints(String sheetId) {
    List<Hint> hints = new ArrayList<>();
    deleted.stream().limit(MOST_DELETED).forEach(row -> hints.add(new Hint(sheetId, row, own)));
    boolean namesNone = changed.isEmpty() && deleted.isEmpty();
    if (elsewhere || sheet && namesNone || changed.size() > MOST_CHANGED) {
      hints.add(new Hint(sheetId, null, own));
    } else {
      changed.keySet().removeAll(deleted);
      changed.forEach((row, isOwn) -> hints.add(new Hint(sheetId, row, isOwn)));
    }
    return hints;
  }
}
