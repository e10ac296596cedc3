package io.partnerhub.connector.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnerhub.connector.Http;
import io.partnerhub.connector.salesforce.CollectionAnswer.Result;
import io.partnerhub.connector.salesforce.ErrorCode.Meaning;
import io.partnerhub.sync.Outcome;
import io.partnerhub.sync.Outcome.Reason;
import io.partnerhub.sync.ReasonClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells what a call came to: as a whole, or group by group. */
final class CallReader {

  private static final int OK = 200;
  private static final int FIRST_CLIENT_ERROR = 400;
  private static final int FIRST_SERVER_ERROR = 500;

  private final Refusal refusal;

  CallReader(Refusal refusal) {
    this.refusal = refusal;
  }

  /** What a call came to. */
  sealed interface Read {

    /** One result a group, in their order. */
    record Groups(List<Result> results) implements Read {}

    /** Salesforce refused the call for what it carries: nothing of it was written. */
    record RefusedWhole(Outcome.Rejected why) implements Read {}
  }

  Read read(List<WriteGroup> groups, Reply reply) {
    if (reply instanceof Reply.NotExecuted not) {
      return all(groups, new Outcome.RetryLater(not.reason(), not.after()));
    }
    if (reply instanceof Reply.Lost lost) {
      return all(groups, new Outcome.Unknown(lost.reason()));
    }
    Reply.Answered answered = (Reply.Answered) reply;
    if (Http.kindOf(answered.status()) == ReasonClass.TOO_LARGE) {
      return new Read.RefusedWhole(new Outcome.Rejected(tooLarge(answered.status())));
    }
    try {
      JsonNode json = AnswerJson.tree(answered.body());
      return answered.status() == OK
          ? new Read.Groups(results(groups, json))
          : refused(groups, answered.status(), json);
    } catch (UnusableAnswer e) {
      return all(groups, new Outcome.Unknown(e.reason()));
    }
  }

  private List<Result> results(List<WriteGroup> groups, JsonNode json) throws UnusableAnswer {
    CollectionAnswer collection = new CollectionAnswer(refusal);
    if (groups.get(0).alone()) {
      return List.of(collection.of(groups.get(0), OK, json));
    }
    CompositeAnswer answer = new CompositeAnswer(json, collection);
    List<Result> results = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      results.add(answer.of(groups.get(i), WriteBody.reference(i)));
    }
    return results;
  }

  /** Often a gateway says so, in a page of its own. */
  private static Reason tooLarge(int status) {
    return new Reason(
        ReasonClass.TOO_LARGE, "HTTP_" + status, "Salesforce refused the record: it is too large");
  }

  private Read refused(List<WriteGroup> groups, int status, JsonNode body) {
    Optional<ApiError> error = ApiError.ofBody(body);
    boolean nothingWritten =
        status >= FIRST_CLIENT_ERROR && status < FIRST_SERVER_ERROR && error.isPresent();
    if (nothingWritten && isAboutContent(error.get(), status)) {
      return new Read.RefusedWhole(new Outcome.Rejected(refusal.reason(status, body)));
    }
    Reason reason =
        error
            .map(e -> e.reason(status))
            .orElseGet(
                () ->
                    new Reason(
                        Http.kindOf(status), "HTTP_" + status, "Salesforce answered " + status));
    return all(
        groups,
        nothingWritten ? new Outcome.RetryLater(reason, null) : new Outcome.Unknown(reason));
  }

  /** Other errors of a call are about the hub or its address, and the same for any record. */
  private static boolean isAboutContent(ApiError error, int status) {
    return switch (error.kind(status)) {
      case VALUE, MISSING, TOO_LARGE -> ErrorCode.of(error.code()).meaning() == Meaning.DATA;
      default -> false;
    };
  }

  private static Read all(List<WriteGroup> groups, Outcome outcome) {
    List<Result> results = new ArrayList<>();
    for (WriteGroup group : groups) {
      results.add(new Result.Outcomes(group.rows().stream().map(row -> outcome).toList()));
    }
    return new Read.Groups(results);
  }
}
