package io.partnerhub.sandbox.smartsheet;

import com.fasterxml.jackson.core.JsonGenerator;
import io.partnerhub.sandbox.sim.SimRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The page a reader asks for.
 *
 * @param number from 1
 * @param emptyPastEnd whether a page past the end is empty, or the last page once more
 * @param totalsUnknown whether a list says -1 for its totals
 */
record Page(int number, int size, boolean emptyPastEnd, boolean totalsUnknown) {
  private static final int USUAL_SIZE = 100;
  private static final int LARGEST_SIZE = 10_000;
  private static final int ALL = Integer.MAX_VALUE;

  /** A page of a list: 100 items unless the reader says otherwise; empty past the end. */
  static Page ofList(SimRequest request, Settings settings) {
    return asked(request, true, settings.totalsUnknown());
  }

  /** A page of a sheet's rows: none unless the reader asks for one, then all rows are meant. */
  static Optional<Page> ofRows(SimRequest request, Settings settings) {
    boolean paged =
        request.parameter("page").isPresent() || request.parameter("pageSize").isPresent();
    return paged
        ? Optional.of(asked(request, settings.emptyPagePastEnd(), false))
        : Optional.empty();
  }

  private static Page asked(SimRequest request, boolean emptyPastEnd, boolean totalsUnknown) {
    boolean all = request.parameter("includeAll").filter("true"::equals).isPresent();
    return all
        ? new Page(1, ALL, emptyPastEnd, totalsUnknown)
        : new Page(positive(request, "page", 1), size(request), emptyPastEnd, totalsUnknown);
  }

  <T> List<T> of(List<T> items) {
    int last = Math.max(1, pages(items.size()));
    if (number > last && emptyPastEnd) {
      return List.of();
    }
    int from = (int) Math.min(items.size(), (Math.min(number, last) - 1L) * size);
    return items.subList(from, (int) Math.min(items.size(), (long) from + size));
  }

  /** An item of a list in JSON. */
  interface Item<T> {
    void write(JsonGenerator json, T item) throws IOException;
  }

  /** The whole answer of a list: where the page is, and its items under {@code data}. */
  <T> byte[] listing(List<T> items, Item<T> item) {
    return Json.object(
        json -> {
          json.writeNumberField("pageNumber", number);
          json.writeNumberField("pageSize", size == ALL ? items.size() : size);
          json.writeNumberField("totalPages", totalsUnknown ? -1 : pages(items.size()));
          json.writeNumberField("totalCount", totalsUnknown ? -1 : items.size());
          json.writeArrayFieldStart("data");
          for (T each : of(items)) {
            item.write(json, each);
          }
          json.writeEndArray();
        });
  }

  private int pages(int count) {
    return (int) (((long) count + size - 1) / size);
  }

  private static int size(SimRequest request) {
    return Math.min(LARGEST_SIZE, positive(request, "pageSize", USUAL_SIZE));
  }

  private static int positive(SimRequest request, String name, int absent) {
    String text = request.parameter(name).orElse(Integer.toString(absent));
    long value = ReadOptions.number(name, text);
    if (value < 1 || value > Integer.MAX_VALUE) {
      throw ErrorCode.PARAMETER_INVALID.with(text, name);
    }
    return (int) value;
  }
}
