package io.partnerhub.connector.smartsheet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.partnerhub.sync.Checkpoint;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which sheets moved, by one list of all sheets with their versions. */
final class News {

  private static final int PAGE = 1_000;
  private static final int MOST_PAGES = 100;

  private final Api api;
  private final OwnVersions own;

  News(Api api, OwnVersions own) {
    this.api = api;
    this.own = own;
  }

  /** A sheet that the list does not show counts as moved: its own read tells what is wrong. */
  Set<String> moved(Set<String> sheets, Collection<Checkpoint> checkpoints) {
    Map<String, Checkpoint> read =
        checkpoints.stream()
            .filter(Checkpoint::complete)
            .collect(Collectors.toMap(Checkpoint::source, Function.identity(), (a, b) -> a));
    Set<String> known = new LinkedHashSet<>(sheets);
    known.retainAll(read.keySet());
    Map<String, Long> versions = known.isEmpty() ? Map.of() : versions(known);
    Set<String> moved = new LinkedHashSet<>(sheets);
    moved.removeIf(
        sheet ->
            versions.containsKey(sheet)
                && isKnown(sheet, read.get(sheet).version(), versions.get(sheet)));
    return moved;
  }

  private boolean isKnown(String sheet, long read, long now) {
    return now == read || own.explain(sheet, read, now);
  }

  private Map<String, Long> versions(Set<String> wanted) {
    Map<String, Long> versions = new HashMap<>();
    int rows = PAGE;
    int pages = 1;
    for (int page = 1; page <= MOST_PAGES && more(page, pages, rows); page++) {
      int[] seen = {0};
      Request request =
          Request.get("list of sheets", "sheets")
              .with("include", "sheetVersion")
              .with("includeAll", true)
              .with("page", page)
              .with("pageSize", PAGE);
      ObjectNode list =
          api.call(
              request,
              in ->
                  ObjectStream.read(
                      in,
                      "data",
                      sheet -> {
                        seen[0]++;
                        if (wanted.contains(sheet.path("id").asText()) && sheet.has("version")) {
                          versions.put(sheet.path("id").asText(), sheet.path("version").asLong());
                        }
                      }));
      if (versions.keySet().containsAll(wanted)) {
        return versions;
      }
      rows = seen[0];
      pages = list.path("totalPages").asInt(1);
    }
    return versions;
  }

  /**
   * The service may not know how many pages there are and says -1: then an empty page is the last.
   */
  private static boolean more(int page, int pages, int rowsBefore) {
    return page == 1 || (pages < 0 ? rowsBefore > 0 : page <= pages);
  }
}
