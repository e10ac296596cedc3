package io.partnerhub.connector.smartsheet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.partnerhub.mapping.Fault;
import io.partnerhub.mapping.Metadata;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The layouts of the mapped sheets, read once and again when a sheet shows another one. */
final class Layouts {

  private final Api api;
  private final Fills fills;
  private final Function<Metadata, List<Fault>> fit;
  private final Map<String, Layout> known = new ConcurrentHashMap<>();

  /**
   * Of sheets that no call was made for yet.
   *
   * @param fit what of a sheet cannot hold what is mapped to it
   */
  Layouts(Api api, Fills fills, Function<Metadata, List<Fault>> fit) {
    this.api = api;
    this.fills = fills;
    this.fit = fit;
  }

  Layout of(String sheet) {
    Layout layout = known.get(sheet);
    return layout == null ? read(sheet) : layout;
  }

  void drop(String sheet) {
    known.remove(sheet);
  }

  /** Asks the service, whatever is known. */
  Layout read(String sheet) {
    Request request =
        Request.get("sheet " + sheet, "sheets/" + SheetId.checked(sheet))
            .with("include", "objectValue")
            .with("level", 2)
            .with("pageSize", 1)
            .with("page", 1);
    ObjectNode answer = api.call(request, in -> ObjectStream.read(in, "rows", row -> {}));
    checkIsSheet(sheet, answer);
    Layout layout =
        Layout.of(sheet, answer.path("name").asText(sheet), columns(answer))
            .shared(answer.path("accessLevel").asText())
            .judged(fit);
    known.put(sheet, layout);
    fills.seen(layout, answer.path("totalRowCount").asInt());
    return layout;
  }

  /** What the service says of each now; those that it lacks are left out. */
  List<Metadata> describe(Collection<String> sheets) {
    List<Metadata> found = new ArrayList<>();
    for (String sheet : sheets) {
      try {
        found.add(read(sheet).describe());
      } catch (ApiFault fault) {
        if (!fault.sheetMissing()) {
          throw fault;
        }
      }
    }
    return found;
  }

  /** Some other object must not pass for an empty sheet, whose rows would all seem deleted. */
  static void checkIsSheet(String sheet, JsonNode answer) {
    if (!answer.path("version").isIntegralNumber()
        || !answer.path("totalRowCount").isIntegralNumber()
        || !answer.path("id").asText().equals(sheet)) {
      throw new ApiFault(
          FaultClass.UNREADABLE,
          "NOT_A_SHEET",
          "The read of sheet " + sheet + " got an answer that is not this sheet");
    }
  }

  static List<Column> columns(JsonNode sheet) {
    List<Column> columns = new ArrayList<>();
    sheet.path("columns").forEach(c -> columns.add(Column.of(c)));
    return columns;
  }
}
