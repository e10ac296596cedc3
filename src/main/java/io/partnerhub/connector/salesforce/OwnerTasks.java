package io.partnerhub.connector.salesforce;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * Tasks for the owners of accounts. The owner is looked up and the task made in one call, which
 * makes all or nothing (REST API, Composite: references between its parts).
 */
public final class OwnerTasks {

  private static final int LONGEST_SUBJECT = 255;
  private static final int LONGEST_DESCRIPTION = 32_000;
  private static final int MOST_LOOKED_AT = 200;
  private static final int FIRST_CLIENT_ERROR = 400;

  private final SalesforceApi api;
  private final Reads reads;

  OwnerTasks(SalesforceApi api) {
    this.api = api;
    this.reads = new Reads(api);
  }

  /**
   * Makes a task about an account for its owner; a second try makes it only where the first did
   * not.
   *
   * @param account its id
   * @param priority as the org offers it: High, Normal or Low
   * @param mark ends the description; no other task has it
   * @param attempt which try this is, from 1
   * @throws io.partnerhub.sync.system.SystemUnavailable when Salesforce cannot be called, or does
   *     not answer
   * @throws IllegalStateException when it refuses the task, with its own words
   */
  public void make(
      String account,
      String subject,
      String description,
      String priority,
      String mark,
      int attempt) {
    if (attempt > 1 && isMade(account, mark)) {
      return;
    }
    int room = LONGEST_DESCRIPTION - mark.length() - 2;
    send(account, subject, text(description, room) + "\n\n" + mark, priority);
  }

  /** SOQL does not filter by Description (a long text), so that the newest tasks are looked at. */
  private boolean isMade(String account, String mark) {
    String soql =
        "SELECT Description FROM Task WHERE WhatId = "
            + Soql.literal(account)
            + " ORDER BY CreatedDate DESC LIMIT "
            + MOST_LOOKED_AT;
    JsonNode answer =
        reads.get(Soql.path(api.path("query"), soql), JsonParser::<JsonNode>readValueAsTree);
    for (JsonNode task : answer.path("records")) {
      if (task.path("Description").asText().endsWith(mark)) {
        return true;
      }
    }
    return false;
  }

  private void send(String account, String subject, String description, String priority) {
    JsonNode answer =
        reads.post(
            api.path("composite"),
            body(account, subject, description, priority),
            JsonParser::readValueAsTree);
    for (JsonNode part : answer.path("compositeResponse")) {
      int status = part.path("httpStatusCode").asInt();
      Optional<ApiError> error = ApiError.ofBody(part.path("body"));
      if (status >= FIRST_CLIENT_ERROR && !error.map(OwnerTasks::onlyFollows).orElse(false)) {
        throw new IllegalStateException(
            error
                .map(e -> "Salesforce refused the task: " + e.message() + " (" + e.code() + ")")
                .orElse("Salesforce answered a part of the call with " + status));
      }
    }
    if (!answer.path("compositeResponse").isArray()) {
      throw new IllegalStateException("Salesforce's answer does not tell whether there is a task");
    }
  }

  /** It was not done since another part failed, which tells why. */
  private static boolean onlyFollows(ApiError error) {
    return error.code().equals("PROCESSING_HALTED");
  }

  /** What is written as a reference to another part would be taken for one. */
  private static String text(String text, int longest) {
    String plain = text.replace("@{", "@ {");
    return plain.length() <= longest ? plain : plain.substring(0, longest - 1) + "…";
  }

  private byte[] body(String account, String subject, String description, String priority) {
    return JsonBody.write(
        json -> {
          json.writeStartObject();
          json.writeBooleanField("allOrNone", true);
          json.writeArrayFieldStart("compositeRequest");
          json.writeStartObject();
          json.writeStringField("method", "GET");
          json.writeStringField("url", api.path("sobjects/Account/" + account + "?fields=OwnerId"));
          json.writeStringField("referenceId", "account");
          json.writeEndObject();
          json.writeStartObject();
          json.writeStringField("method", "POST");
          json.writeStringField("url", api.path("sobjects/Task"));
          json.writeStringField("referenceId", "task");
          json.writeObjectFieldStart("body");
          json.writeStringField("WhatId", account);
          json.writeStringField("OwnerId", "@{account.OwnerId}");
          json.writeStringField("Subject", text(subject, LONGEST_SUBJECT));
          json.writeStringField("Description", description);
          json.writeStringField("Priority", priority);
          json.writeEndObject();
          json.writeEndObject();
          json.writeEndArray();
          json.writeEndObject();
        });
  }
}
