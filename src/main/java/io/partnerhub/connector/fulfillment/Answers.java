package io.partnerhub.connector.fulfillment;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.mapping.Reading;
import io.partnerhub.model.NativeId;
import io.partnerhub.sync.Outcome;
import io.partnerhub.sync.Outcome.Reason;
import io.partnerhub.sync.ReasonClass;
import io.partnerhub.sync.Write;
import java.util.Objects;

/** What the answers to writes of one resource mean. */
final class Answers {

  private final Mapping mapping;
  private final Resource resource;
  private final RecordReading reading;
  private final Outcomes outcomes;

  Answers(Mapping mapping, Resource resource, RecordReading reading, Outcomes outcomes) {
    this.mapping = mapping;
    this.resource = resource;
    this.reading = reading;
    this.outcomes = outcomes;
  }

  /** A success; its record, where it shows one, must be the one that was written. */
  Outcome written(Write write, JsonNode record) {
    if (write.action() == Write.Action.DELETE) {
      return new Outcome.Written(write.id(), null);
    }
    boolean add = write.action() == Write.Action.ADD;
    if (!reading.isRecord(record)) {
      return add
          ? unclear(write, "the answer does not show the new record")
          : new Outcome.Written(write.id(), null);
    }
    String id = reading.id(record);
    Reading shown = reading.values(record);
    String key = mapping.keyOf(write.values());
    boolean another =
        add
            ? key != null && !Objects.equals(key, mapping.keyOf(shown.values()))
            : !id.equals(write.id().id());
    return another
        ? unclear(write, "the answer shows another record")
        : new Outcome.Written(
            new NativeId(write.id().location(), id), shown.values().only(write.fields()::contains));
  }

  /** The call of this record alone failed. */
  Outcome failed(ApiFault fault, Write write) {
    return outcomes.ofCall(fault, write, name(write), resource);
  }

  /** The call of a batch failed: what it says of a record it says of none in particular. */
  Outcome failedTogether(ApiFault fault, Write write) {
    return switch (fault.meaning()) {
      case GONE, CONFLICT, STALE -> new Outcome.RetryLater(fault.reason(), fault.after());
      default -> failed(fault, write);
    };
  }

  /** A result of a batch that is no success. */
  Outcome refused(int status, JsonNode error, Write write) {
    return outcomes.ofResult(status, error, write, name(write), resource);
  }

  Outcome unclear(Write write, String why) {
    return new Outcome.Unknown(
        new Reason(ReasonClass.PARSE, "ANSWER_UNCLEAR", "Writing " + name(write) + ": " + why)
            .alone());
  }

  /** The record, for messages: by its key where that is written, else by its id. */
  String name(Write write) {
    String key = mapping.keyOf(write.values());
    return resource.title() + " " + (key == null ? write.id().id() : key);
  }
}
