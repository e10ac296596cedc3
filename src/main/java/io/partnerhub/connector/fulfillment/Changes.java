package io.partnerhub.connector.fulfillment;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnerhub.connector.fulfillment.Resource.Keep;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.sync.Observation;
import io.partnerhub.sync.system.Checkpoint;
import io.partnerhub.sync.system.Page;
import io.partnerhub.sync.system.Sweep;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Reads what changed in a resource, from where the last read ended. */
final class Changes {

  private final Api api;
  private final Map<String, Resource> resources;
  private final Caller caller;

  Changes(Api api, Map<String, Resource> resources, Caller caller) {
    this.api = api;
    this.resources = resources;
    this.caller = caller;
  }

  /** One page: what it holds, and how the walk goes on. */
  private record Step(List<JsonNode> records, Walk walk, boolean last) {}

  Page next(Mapping mapping, Checkpoint from, String cursor, Instant now) {
    caller.know();
    Resource resource = resources.get(from.source());
    RecordReading reading = new RecordReading(mapping, from.source(), resource, caller);
    Step step = step(resource, reading, from, cursor, now);
    List<Observation> rows = step.records().stream().map(reading::observation).toList();
    Checkpoint next = checkpoint(resource, from, step, now);
    boolean counted = step.last() && step.walk().whole() && !resource.changes().page().isNumbered();
    return new Page(
        rows,
        next,
        step.last() ? null : step.walk().text(),
        counted ? OptionalInt.of(step.walk().records()) : OptionalInt.empty(),
        step.walk().begun());
  }

  private static Walk begin(Resource resource, Checkpoint from, Instant now) {
    return switch (resource.changes().keep()) {
      case CURSOR -> Walk.from(from.cursor(), now);
      case CHANGED -> new Walk(since(resource, from) == null, 0, null, now, null);
      case NOTHING -> Walk.whole(now);
    };
  }

  /** Every id that the resource holds; a list by cursor shows each record that stays in it. */
  Optional<Sweep> sweep(Mapping mapping, String source) {
    Resource resource = resources.get(source);
    if (resource.changes().page().isNumbered()) {
      return Optional.empty();
    }
    RecordReading reading = new RecordReading(mapping, source, resource, caller);
    Set<String> ids = new HashSet<>();
    Walk walk = Walk.whole(null);
    boolean last = false;
    while (!last) {
      Step step = page(resource, reading, walk, null);
      for (JsonNode record : step.records()) {
        if (reading.isDeleted(record)) {
          ids.remove(reading.id(record));
        } else {
          ids.add(reading.id(record));
        }
      }
      walk = step.walk();
      last = step.last();
    }
    return Optional.of(new Sweep(source, ids, ids.size()));
  }

  /** A kept cursor that is no longer good begins a walk through everything. */
  private Step step(
      Resource resource, RecordReading reading, Checkpoint from, String cursor, Instant now) {
    Walk walk = cursor == null ? begin(resource, from, now) : Walk.parse(cursor);
    try {
      return page(resource, reading, walk, since(resource, from));
    } catch (ApiFault fault) {
      boolean kept = resource.changes().keep() == Keep.CURSOR && walk.token() != null;
      boolean begunHere = cursor != null && walk.whole(); // once more in one read is for ever
      if (fault.meaning() != Meaning.GONE || !kept || begunHere) {
        throw fault;
      }
      return page(resource, reading, Walk.whole(now), null);
    }
  }

  private Step page(Resource resource, RecordReading reading, Walk walk, Instant since) {
    Request request = request(resource, walk, since);
    JsonNode answer = api.call(request);
    Resource.Changes form = resource.changes();
    List<JsonNode> records = Lists.records(api, request, answer, form.items(), reading);
    String next = next(form.page(), walk, answer);
    boolean more = !records.isEmpty() && next != null;
    if (form.page().more() != null) {
      more = answer.at(form.page().more()).asBoolean();
    }
    if (more && (next == null || next.equals(walk.token()))) {
      throw api.errors().unreadable(request, "says that there is more, and not where");
    }
    int live = (int) records.stream().filter(r -> !reading.isDeleted(r)).count();
    Instant greatest =
        records.stream()
            .map(reading::stamp)
            .filter(Objects::nonNull)
            .max(Instant::compareTo)
            .orElse(null);
    return new Step(records, walk.after(live, greatest, next == null ? walk.token() : next), !more);
  }

  private static Request request(Resource resource, Walk walk, Instant since) {
    Resource.Changes form = resource.changes();
    Request request = Request.get(resource.title(), form.path());
    for (Map.Entry<String, String> parameter : form.query().entrySet()) {
      request = request.with(parameter.getKey(), parameter.getValue());
    }
    if (since != null) {
      request = request.with(form.since().query(), since.toString());
    }
    if (walk.token() != null) {
      request = request.with(form.page().query(), walk.token());
    } else if (form.page().isNumbered()) {
      request = request.with(form.page().query(), form.page().first().toString());
    }
    return request;
  }

  /** Null where the answer names no next page. */
  private static String next(Resource.Paging form, Walk walk, JsonNode answer) {
    if (form.isNumbered()) {
      int page = walk.token() == null ? form.first() : Integer.parseInt(walk.token());
      return Integer.toString(page + 1);
    }
    String next = answer.at(form.next()).asText("");
    return next.isEmpty() ? null : next;
  }

  /** Null for a read of everything. */
  private static Instant since(Resource resource, Checkpoint from) {
    Resource.Changes form = resource.changes();
    if (form.keep() != Keep.CHANGED || !from.complete() || from.watermark() == null) {
      return null;
    }
    return from.settled() ? from.watermark() : from.watermark().minus(overlap(form));
  }

  private static Duration overlap(Resource.Changes form) {
    return Duration.ofSeconds(form.since().overlap());
  }

  /** A kept cursor moves with every page; a time of change only when the walk is over. */
  private static Checkpoint checkpoint(Resource resource, Checkpoint from, Step step, Instant now) {
    return switch (resource.changes().keep()) {
      case CURSOR ->
          new Checkpoint(
              from.source(),
              from.complete() || step.last(),
              0,
              null,
              null,
              false,
              surplus(from, step.walk()),
              step.last() ? step.walk().token() : step.walk().text());
      case CHANGED -> step.last() ? settled(resource, from, step.walk().reached(), now) : from;
      case NOTHING ->
          new Checkpoint(
              from.source(), from.complete() || step.last(), 0, null, null, false, from.surplus());
    };
  }

  /** A walk that began anew shows what is there, and not what was deleted before it. */
  private static int surplus(Checkpoint from, Walk walk) {
    boolean anew = walk.whole() && from.complete() && from.cursor() != null;
    return anew ? Checkpoint.UNSWEPT : from.surplus();
  }

  private static Checkpoint settled(
      Resource resource, Checkpoint from, Instant reached, Instant now) {
    boolean moved =
        reached != null && (from.watermark() == null || reached.isAfter(from.watermark()));
    Instant foundAt = moved ? now : from.watermarkFoundAt();
    boolean settled =
        !moved && foundAt != null && !now.isBefore(foundAt.plus(overlap(resource.changes())));
    return new Checkpoint(
        from.source(),
        true,
        0,
        moved ? reached : from.watermark(),
        foundAt,
        settled,
        from.surplus());
  }
}
