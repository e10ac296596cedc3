package io.partnerhub.connector.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnerhub.connector.Http;
import io.partnerhub.connector.salesforce.CompositeAnswer.Result;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.Answer;
import io.partnerhub.sync.Outcome;
import io.partnerhub.sync.Outcome.Reason;
import io.partnerhub.sync.ReasonClass;
import io.partnerhub.sync.SystemUnavailable;
import io.partnerhub.sync.Write;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes a batch: inserts, updates and deletes by id, never an upsert, 1,000 records a call. */
final class BatchWriter {

  /** Most collections that Salesforce takes in one composite call. */
  static final int MOST_GROUPS = 5;

  /** Eight halvings find one row among 200; more than a few such rows wait for a later try. */
  static final int MOST_EXTRA_CALLS = 16;

  private static final int OK = 200;
  private static final int FIRST_CLIENT_ERROR = 400;
  private static final int FIRST_SERVER_ERROR = 500;

  private final SalesforceApi api;
  private final Describer describer;

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
    Deque<WriteGroup> waiting = new ArrayDeque<>(WriteGroup.of(rows));
    int calls = (waiting.size() + MOST_GROUPS - 1) / MOST_GROUPS + MOST_EXTRA_CALLS;
    for (; !waiting.isEmpty() && calls > 0; calls--) {
      call(mapping, lookups, next(waiting), waiting, outcomes);
    }
    waiting.forEach(group -> settle(group, notReached(group), outcomes));
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

  private static List<WriteGroup> next(Deque<WriteGroup> waiting) {
    List<WriteGroup> groups = new ArrayList<>();
    while (groups.size() < MOST_GROUPS && !waiting.isEmpty()) {
      groups.add(waiting.poll());
    }
    return groups;
  }

  private void call(
      Mapping mapping,
      Map<String, Map<String, String>> lookups,
      List<WriteGroup> groups,
      Deque<WriteGroup> waiting,
      Outcome[] outcomes) {
    byte[] body = new CompositeBody(mapping, api.path("composite/sobjects"), lookups).of(groups);
    List<Result> results = results(mapping, groups, api.post(api.path("composite"), body));
    for (int i = 0; i < groups.size(); i++) {
      WriteGroup group = groups.get(i);
      if (results.get(i) instanceof Result.Outcomes known) {
        settle(group, known.outcomes(), outcomes);
      } else if (results.get(i) instanceof Result.RefusedWhole refused) {
        // Nothing of the group was written, so asking again by halves finds the row at fault.
        if (group.rows().size() > 1) {
          waiting.addAll(group.halves());
        } else {
          settle(group, List.of(refused.why()), outcomes);
        }
      }
    }
  }

  private static void settle(WriteGroup group, List<Outcome> known, Outcome[] outcomes) {
    for (int i = 0; i < known.size(); i++) {
      outcomes[group.rows().get(i).place()] = known.get(i);
    }
  }

  private static List<Outcome> notReached(WriteGroup group) {
    Reason reason =
        new Reason(
            ReasonClass.CONFLICT,
            "NOT_REACHED",
            "Other records made Salesforce refuse whole parts of the call");
    return Collections.nCopies(group.rows().size(), new Outcome.RetryLater(reason, null));
  }

  private static List<Result> results(Mapping mapping, List<WriteGroup> groups, Reply reply) {
    if (reply instanceof Reply.NotExecuted not) {
      return all(groups, new Outcome.RetryLater(not.reason(), not.after()));
    }
    if (reply instanceof Reply.Lost lost) {
      return all(groups, new Outcome.Unknown(lost.reason()));
    }
    Reply.Answered answered = (Reply.Answered) reply;
    try {
      JsonNode json = AnswerJson.tree(answered.body());
      return answered.status() == OK
          ? results(groups, new CompositeAnswer(json, new Refusal(keyField(mapping))))
          : all(groups, refused(answered.status(), json));
    } catch (UnusableAnswer e) {
      return all(groups, new Outcome.Unknown(e.reason()));
    }
  }

  private static List<Result> results(List<WriteGroup> groups, CompositeAnswer answer) {
    List<Result> results = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      results.add(answer.of(groups.get(i), CompositeBody.reference(i)));
    }
    return results;
  }

  /** An error of the call itself is no fault of one record: its rows wait for a later try. */
  private static Outcome refused(int status, JsonNode body) {
    Optional<ApiError> error = ApiError.ofBody(body);
    boolean nothingWritten =
        status >= FIRST_CLIENT_ERROR && status < FIRST_SERVER_ERROR && error.isPresent();
    Reason reason =
        error
            .map(e -> e.reason(status))
            .orElseGet(
                () ->
                    new Reason(
                        Http.kindOf(status), "HTTP_" + status, "Salesforce answered " + status));
    return nothingWritten ? new Outcome.RetryLater(reason, null) : new Outcome.Unknown(reason);
  }

  private static List<Result> all(List<WriteGroup> groups, Outcome outcome) {
    List<Result> results = new ArrayList<>();
    for (WriteGroup group : groups) {
      results.add(new Result.Outcomes(group.rows().stream().map(row -> outcome).toList()));
    }
    return results;
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
