package io.partnerhub.connector.smartsheet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.partnerhub.sync.system.Checkpoint;
import io.partnerhub.sync.system.News;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which sheets moved, by one list of all sheets with their versions. */
final class Glance {

  private static final int PAGE = 1_000;
  private static final int MOST_PAGES = 100;

  private final Api api;
  private final OwnVersions own;
  private final Outlines outlines;

  Glance(Api api, OwnVersions own, Outlines outlines) {
    this.api = api;
    this.own = own;
    this.outlines = outlines;
  }

  /** A sheet that the list does not show counts as moved: its own read tells what is wrong. */
  List<News> at(List<Checkpoint> sheets) {
    Set<String> known =
        sheets.stream()
            .filter(Checkpoint::complete)
            .map(Checkpoint::source)
            .collect(Collectors.toSet());
    Map<String, Long> versions = known.isEmpty() ? Map.of() : versions(known);
    List<News> news = new ArrayList<>();
    sheets.forEach(read -> news.add(news(read, versions.get(read.source()))));
    return news;
  }

  private News news(Checkpoint read, Long now) {
    return read.complete() && now != null && !outlines.hasDrifted(read.source())
        ? own.news(read.source(), read.version(), now)
        : new News.Perhaps();
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
