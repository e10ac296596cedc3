package io.partnerhub.connector.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnerhub.connector.Http;
import io.partnerhub.connector.salesforce.AnswerJson.Parse;
import io.partnerhub.sync.Outcome.Reason;
import io.partnerhub.sync.system.SystemUnavailable;
import java.io.InputStream;

/** Calls that only read: what is no good answer is thrown as {@link SystemUnavailable}. */
final class Reads {

  private static final int OK = 200;

  private final SalesforceApi api;

  Reads(SalesforceApi api) {
    this.api = api;
  }

  /** Gets a path from its slash on. */
  <T> T get(String path, Parse<T> parse) {
    return parsed(api.get(path), parse);
  }

  <T> T post(String path, byte[] json, Parse<T> parse) {
    return parsed(api.post(path, json), parse);
  }

  private static <T> T parsed(Reply reply, Parse<T> parse) {
    if (reply instanceof Reply.NotExecuted not) {
      throw new SystemUnavailable(not.reason(), not.after(), not.cause());
    }
    if (reply instanceof Reply.Lost lost) {
      throw new SystemUnavailable(lost.reason(), null, lost.cause());
    }
    Reply.Answered answered = (Reply.Answered) reply;
    try {
      if (answered.status() != OK) {
        throw new SystemUnavailable(refusal(answered.status(), answered.body()), null, null);
      }
      return AnswerJson.read(answered.body(), parse);
    } catch (UnusableAnswer e) {
      throw new SystemUnavailable(e.reason(), null, e);
    }
  }

  private static Reason refusal(int status, InputStream body) throws UnusableAnswer {
    try {
      JsonNode json = AnswerJson.tree(body);
      return ApiError.ofBody(json).map(e -> e.reason(status)).orElseGet(() -> bare(status));
    } catch (UnusableAnswer e) {
      return bare(status);
    }
  }

  private static Reason bare(int status) {
    return new Reason(
        Http.kindOf(status),
        "HTTP_" + status,
        "Salesforce answered with status " + status + " and no error of its own");
  }
}
