package io.partnerhub.sandbox.fulfillment;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.partnerhub.sandbox.sim.SimAnswer;
import io.partnerhub.sandbox.sim.SimRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Lists changes, or some records by their ids or business keys. */
final class ListEndpoint {

  private static final int MOST_IDS = 200;
  private static final int MOST_ITEMS = 1_000;
  private static final int USUAL_ITEMS = 200;
  private static final Pattern CURSOR =
      Pattern.compile("(\\w+), age (\\d{1,9}), change (\\d{1,18})");

  private final Stock stock;
  private final Contract contract;
  private int age;

  ListEndpoint(Stock stock, Contract contract) {
    this.stock = stock;
    this.contract = contract;
  }

  /** Cursors given so far end, and with them the tombstones they would have shown. */
  void forget() {
    age++;
    Stream.of(Resource.values()).map(stock::table).forEach(Table::purge);
  }

  SimAnswer list(Resource resource, SimRequest request) {
    Table table = stock.table(resource);
    Map<String, List<String>> query = request.query();
    String keys = resource.key() + "s";
    if (query.containsKey("ids") || query.containsKey(keys)) {
      Stream<Optional<Item>> found =
          query.containsKey("ids")
              ? some(query, "ids", "Id").stream().map(table::get)
              : some(query, keys, "BusinessKey").stream().map(table::find);
      return page(found.flatMap(Optional::stream).toList(), false, null);
    }
    refuseUnknown(query.keySet(), Set.of("cursor", "updatedSince", "limit"));
    long from = from(resource, request);
    List<Item> items = table.after(from, limit(request));
    long end = items.isEmpty() ? from : items.get(items.size() - 1).change();
    return page(items, !table.endsAt(end), cursor(resource, end));
  }

  private static SimAnswer page(List<Item> items, boolean more, String next) {
    ObjectNode page = Wire.MAPPER.createObjectNode();
    ArrayNode list = page.putArray("items");
    items.forEach(item -> list.add(item.json()));
    page.put("more", more);
    if (next != null) {
      page.put("next", next);
    }
    return SimAnswer.json(200, Wire.bytes(page));
  }

  /**
   * The values of a parameter, each once.
   *
   * @param form the contract's schema of each
   */
  private Set<String> some(Map<String, List<String>> query, String name, String form) {
    refuseUnknown(query.keySet(), Set.of(name));
    List<String> given = Wire.split(query.get(name).get(0));
    if (given.size() > MOST_IDS) {
      throw Problem.badRequest(name + " takes 1 to " + MOST_IDS + " values");
    }
    for (String value : given) {
      if (!contract
          .schema("/components/schemas/" + form)
          .validate(TextNode.valueOf(value))
          .isEmpty()) {
        throw Problem.badRequest(name + " takes no value such as \"" + value + "\"");
      }
    }
    return new LinkedHashSet<>(given);
  }

  private long from(Resource resource, SimRequest request) {
    Optional<String> cursor = request.parameter("cursor");
    Optional<String> since = request.parameter("updatedSince");
    if (cursor.isPresent() && since.isPresent()) {
      throw Problem.badRequest("Either cursor or updatedSince, not both");
    }
    if (cursor.isPresent()) {
      return place(resource, cursor.get());
    }
    return since.map(ListEndpoint::time).map(stock.table(resource)::before).orElse(0L);
  }

  private static Instant time(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw Problem.badRequest("updatedSince is no time such as 2026-05-04T12:00:00.000Z");
    }
  }

  private String cursor(Resource resource, long change) {
    String text = "%s, age %d, change %d".formatted(resource.path(), age, change);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private long place(Resource resource, String cursor) {
    Matcher place = CURSOR.matcher(decoded(cursor));
    if (!place.matches() || !place.group(1).equals(resource.path())) {
      throw Problem.badRequest("This cursor was never given here");
    }
    if (Integer.parseInt(place.group(2)) < age) {
      throw Problem.of(410, "cursor-expired", "This cursor is too old");
    }
    return Long.parseLong(place.group(3));
  }

  private static String decoded(String cursor) {
    try {
      return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private static int limit(SimRequest request) {
    String limit = request.parameter("limit").orElse(Integer.toString(USUAL_ITEMS));
    if (!limit.matches("[1-9]\\d{0,3}") || Integer.parseInt(limit) > MOST_ITEMS) {
      throw Problem.badRequest("limit takes a number from 1 to " + MOST_ITEMS);
    }
    return Integer.parseInt(limit);
  }

  private static void refuseUnknown(Set<String> given, Set<String> known) {
    for (String name : given) {
      if (!known.contains(name)) {
        throw Problem.of(400, "unknown-parameter", name + " does not go here");
      }
    }
  }
}
