package io.partnerhub.connector.salesforce;

import io.partnerhub.connector.Portions;
import io.partnerhub.connector.salesforce.CallReader.Read;
import io.partnerhub.connector.salesforce.CollectionAnswer.Result;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.Outcome;
import io.partnerhub.sync.Outcome.Reason;
import io.partnerhub.sync.ReasonClass;
import io.partnerhub.sync.Write;
import io.partnerhub.sync.system.Answer;
import io.partnerhub.sync.system.SystemUnavailable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes a batch: inserts, updates and deletes by id, never an upsert, 1,000 records a call. */
final class BatchWriter {

  private static final Outcome NOT_REACHED =
      new Outcome.RetryLater(
          new Reason(
              ReasonClass.CONFLICT,
              "NOT_REACHED",
              "Other records made Salesforce refuse whole parts of the call"),
          null);

  private final SalesforceApi api;
  private final Describer describer;
  private final Portions portions = new Portions(WriteGroup.MOST_ROWS);

  BatchWriter(SalesforceApi api, Describer describer) {
    this.api = api;
    this.describer = describer;
  }

  Answer write(Mapping mapping, List<Write> writes) {
    Outcome[] outcomes = new Outcome[writes.size()];
    List<WriteGroup.Row> rows = new ArrayList<>();
    for (int i = 0; i < writes.size(); i++) {
      if (writes.get(i).action() == Write.Action.MOVE) {
        outcomes[i] = cannotMove(writes.get(i));
      } else {
        rows.add(new WriteGroup.Row(i, writes.get(i)));
      }
    }
    Map<String, Map<String, String>> lookups;
    try {
      lookups = lookups(mapping);
    } catch (SystemUnavailable e) {
      Outcome later = new Outcome.RetryLater(e.reason(), e.after());
      return new Answer(Collections.nCopies(writes.size(), later), Map.of());
    }
    PendingCalls calls = new PendingCalls(WriteGroup.of(rows, portions::of));
    Optional<SystemUnavailable> stopped = Optional.empty();
    while (stopped.isEmpty() && calls.hasNext()) {
      stopped = call(mapping, lookups, calls, outcomes);
    }
    Outcome left = stopped.map(BatchWriter::notTried).orElse(NOT_REACHED);
    calls.rest().forEach(group -> settle(group, group.all(left), outcomes));
    return new Answer(Arrays.asList(outcomes), Map.of());
  }

  private Map<String, Map<String, String>> lookups(Mapping mapping) {
    Map<String, Map<String, String>> lookups = new HashMap<>();
    if (!ParentPath.in(mapping).isEmpty()) {
      mapping
          .side(SystemName.SALESFORCE)
          .placement()
          .locations()
          .forEach(object -> lookups.put(object, describer.lookups(object)));
    }
    return lookups;
  }

  /** Gives why further calls would come to nothing either; empty where they may be made. */
  private Optional<SystemUnavailable> call(
      Mapping mapping,
      Map<String, Map<String, String>> lookups,
      PendingCalls calls,
      Outcome[] outcomes) {
    List<WriteGroup> groups = calls.next();
    String collections = api.path("composite/sobjects");
    Reply reply = send(groups, collections, new WriteBody(mapping, collections, lookups));
    Refusal refusal = new Refusal(keyField(mapping), api.cleaning());
    Read read = new CallReader(refusal).read(groups, reply);
    if (read instanceof Read.RefusedWhole refused) {
      if (groups.size() > 1 || groups.get(0).rows().size() > 1) {
        calls.halve(groups);
      } else {
        settle(groups.get(0), List.of(refused.why()), outcomes);
      }
    } else if (read instanceof Read.Groups known) {
      for (int i = 0; i < groups.size(); i++) {
        settle(groups.get(i), known.results().get(i), calls, outcomes);
      }
      return unavailable(known.results());
    }
    return Optional.empty();
  }

  private static Optional<SystemUnavailable> unavailable(List<Result> results) {
    List<Outcome> all = new ArrayList<>();
    for (Result result : results) {
      if (!(result instanceof Result.Outcomes known)) {
        return Optional.empty(); // it was refused for what it carries
      }
      all.addAll(known.outcomes());
    }
    return new Answer(all, Map.of()).unavailable();
  }

  private Reply send(List<WriteGroup> groups, String collections, WriteBody body) {
    WriteGroup first = groups.get(0);
    if (!first.alone()) {
      return api.post(api.path("composite"), body.of(groups));
    }
    return first.action() == Write.Action.ADD
        ? api.post(collections, body.of(first))
        : api.patch(collections, body.of(first));
  }

  private void settle(WriteGroup group, Result result, PendingCalls calls, Outcome[] outcomes) {
    if (result instanceof Result.Outcomes known) {
      settle(group, known.outcomes(), outcomes);
      if (known.outcomes().stream().anyMatch(BatchWriter::wasLocked)) {
        portions.collided(group.object());
      } else {
        portions.passed(group.object());
      }
    } else if (result instanceof Result.RefusedWhole refused) {
      // Nothing of the group was written, so asking again by halves finds the row at fault.
      if (group.rows().size() > 1) {
        calls.halve(group);
      } else {
        settle(group, List.of(refused.why()), outcomes);
      }
    }
  }

  private static boolean wasLocked(Outcome outcome) {
    return outcome instanceof Outcome.RetryLater later
        && later.reason().code().equals(ErrorCode.UNABLE_TO_LOCK_ROW.name());
  }

  private static void settle(WriteGroup group, List<Outcome> known, Outcome[] outcomes) {
    for (int i = 0; i < known.size(); i++) {
      outcomes[group.rows().get(i).place()] = known.get(i);
    }
  }

  private static Outcome notTried(SystemUnavailable why) {
    return Outcome.RetryLater.notTried(
        why.reason().kind(), "an earlier call of this batch failed", why.after());
  }

  private static String keyField(Mapping mapping) {
    return mapping.field(mapping.key()).names().get(SystemName.SALESFORCE);
  }

  private static Outcome cannotMove(Write write) {
    return new Outcome.Rejected(
        new Reason(
            ReasonClass.PERMISSION,
            "MOVE_NOT_POSSIBLE",
            "Salesforce cannot move a record from "
                + write.id().location()
                + " to "
                + write.destination()
                + ": map the type to one object"));
  }
}
