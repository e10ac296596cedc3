package io.partnerhub.connector.smartsheet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.partnerhub.connector.Cleaning;
import io.partnerhub.connector.Http;
import io.partnerhub.connector.Pace;
import io.partnerhub.sync.ReasonClass;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;

/** Turns what went wrong with a call into a fault with a class and a sentence without secrets. */
final class FaultReader {

  private static final Duration PAUSE = Duration.ofSeconds(60);
  private static final int LONGEST_ERROR = 64 * 1024;

  /** An entry of {@code failedItems} has no status; the row alone was refused. */
  private static final int ITEM_STATUS = 400;

  private static final int RETIRED = 410;

  private final Cleaning cleaning;

  FaultReader(String token) {
    this.cleaning = new Cleaning(List.of(token));
  }

  /** The hub holds the call back: for the caller much as if Smartsheet had done so itself. */
  ApiFault notSent(Request request, Pace.Refusal refusal) {
    boolean spent = refusal.kind() == ReasonClass.BUDGET;
    return new ApiFault(
        spent ? FaultClass.SPENT : FaultClass.RATE_LIMIT,
        spent ? refusal.code() : "4003",
        "The " + request + " was not sent: " + refusal.why(),
        null,
        ApiFault.NO_ROW,
        refusal.after(),
        null);
  }

  /** The hub stops before the call's turn. */
  ApiFault stopping(Request request, InterruptedException cause) {
    return new ApiFault(
        FaultClass.NOT_SENT,
        "STOPPING",
        "The " + request + " was not sent: the hub is stopping",
        null,
        ApiFault.NO_ROW,
        null,
        cause);
  }

  /** No answer at all, or one that broke off. */
  ApiFault transport(Request request, Exception cause) {
    if (Http.isNeverSent(cause)) {
      return fault(
          FaultClass.NOT_SENT, "NO_CONNECTION", request, "could not reach Smartsheet", cause);
    }
    return fault(
        FaultClass.UNKNOWN, "NO_ANSWER", request, "got no complete answer from Smartsheet", cause);
  }

  /** Status 200 with something that is not what was asked for. */
  ApiFault unreadable(Request request, String contentType, IOException cause) {
    boolean empty = cause instanceof ObjectStream.EmptyAnswer;
    String what =
        empty
            ? "got an empty answer"
            : "got an answer that is not JSON (its type: "
                + clean(String.valueOf(contentType))
                + "; "
                + clean(problem(cause))
                + ")";
    return new ApiFault(
        FaultClass.UNREADABLE,
        empty ? "EMPTY_ANSWER" : "NOT_JSON",
        "The "
            + request
            + " "
            + what
            + ". It is tried again; if it stays so, check smartsheet.base-url and the proxies on"
            + " the way",
        null,
        ApiFault.NO_ROW,
        null,
        cause);
  }

  private static String problem(IOException cause) {
    return cause instanceof JsonProcessingException json
        ? json.getOriginalMessage()
        : String.valueOf(cause.getMessage());
  }

  /** An answer with another status than 200. */
  ApiFault refusal(Request request, int status, String retryAfter, InputStream body)
      throws IOException {
    JsonNode error = json(body.readNBytes(LONGEST_ERROR));
    int code = error.path("errorCode").asInt();
    String message = clean(error.path("message").asText("no reason given"));
    FaultClass meaning = ErrorCodes.of(status, code, message);
    return new ApiFault(
        meaning,
        code == 0 ? "HTTP " + status : Integer.toString(code),
        "The "
            + request
            + " was refused by Smartsheet with status "
            + status
            + ": "
            + message
            + remedy(meaning, status),
        cleaning.answer(error),
        error.path("detail").path("index").asInt(ApiFault.NO_ROW),
        Http.pause(retryAfter, meaning == FaultClass.RATE_LIMIT ? PAUSE : null),
        null);
  }

  private static String remedy(FaultClass meaning, int status) {
    return switch (meaning) {
      case REFUSED ->
          status == RETIRED
              ? " (this version of the API is retired: update the hub)"
              : " (make a new token for the hub's user and set smartsheet.token to it)";
      case FORBIDDEN -> " (share the sheet with the hub's user, as an editor)";
      default -> "";
    };
  }

  /** One entry of {@code failedItems}. */
  ApiFault item(int row, JsonNode error) {
    int code = error.path("errorCode").asInt();
    String message = clean(error.path("message").asText("no reason given"));
    return new ApiFault(
        ErrorCodes.of(ITEM_STATUS, code, message),
        Integer.toString(code),
        message,
        cleaning.answer(error),
        row,
        null,
        null);
  }

  private static JsonNode json(byte[] body) {
    try {
      JsonNode read = ObjectStream.JSON.readTree(body);
      return read.isArray() ? read.path(0) : read;
    } catch (IOException e) {
      return ObjectStream.JSON.createObjectNode(); // a gateway's page: the status must do
    }
  }

  private ApiFault fault(
      FaultClass meaning, String code, Request request, String what, Exception cause) {
    String why = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    return new ApiFault(
        meaning,
        code,
        "The " + request + " " + what + ": " + clean(why),
        null,
        ApiFault.NO_ROW,
        null,
        cause);
  }

  private String clean(String text) {
    return cleaning.line(text);
  }
}
