package io.partnerhub.connector.fulfillment;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.partnerhub.connector.Cleaning;
import io.partnerhub.connector.Http;
import io.partnerhub.connector.Pace;
import io.partnerhub.sync.Outcome.Reason;
import io.partnerhub.sync.ReasonClass;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Turns what went wrong with a call into a fault with a meaning and a sentence without secrets. */
final class ErrorReader {

  private static final Duration PAUSE = Duration.ofSeconds(30);
  private static final int TOO_MANY = 429;

  private final Definition.ErrorForm form;
  private final Cleaning cleaning;

  ErrorReader(Definition.ErrorForm form, List<String> secrets) {
    this.form = form;
    this.cleaning = new Cleaning(secrets);
  }

  /** The hub holds the call back. */
  ApiFault notSent(Request request, Pace.Refusal refusal) {
    return new ApiFault(
        Meaning.LATER,
        0,
        MissingNode.getInstance(),
        new Reason(
            refusal.kind(), refusal.code(), "The " + request + " was not sent: " + refusal.why()),
        refusal.after(),
        null);
  }

  /** The hub stops before the call's turn. */
  ApiFault stopping(Request request, InterruptedException cause) {
    return new ApiFault(
        Meaning.NOT_SENT,
        0,
        MissingNode.getInstance(),
        new Reason(
            ReasonClass.CONNECTION,
            "STOPPING",
            "The " + request + " was not sent: the hub is stopping"),
        null,
        cause);
  }

  /** No answer at all, or one that broke off. */
  ApiFault transport(Request request, Exception cause) {
    String why = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    return Http.isNeverSent(cause)
        ? noAnswer(
            Meaning.NOT_SENT, "NO_CONNECTION", request, "could not reach the API", why, cause)
        : noAnswer(Meaning.UNKNOWN, "NO_ANSWER", request, "got no complete answer", why, cause);
  }

  private ApiFault noAnswer(
      Meaning meaning, String code, Request request, String what, String why, Exception cause) {
    Reason reason =
        new Reason(
            meaning == Meaning.NOT_SENT ? ReasonClass.CONNECTION : ReasonClass.UNKNOWN_OUTCOME,
            code,
            "The " + request + " " + what + ": " + clean(why));
    return new ApiFault(meaning, 0, MissingNode.getInstance(), reason, null, cause);
  }

  /** A success whose body is not what was asked for. */
  ApiFault unreadable(Request request, String what) {
    return new ApiFault(
        Meaning.UNKNOWN,
        ReasonClass.PARSE,
        "UNREADABLE",
        "The "
            + request
            + " "
            + clean(what)
            + ". It is tried again; if it stays so, check fulfillment.base-url, the connector file"
            + " and the proxies on the way");
  }

  static String problem(IOException cause) {
    return cause instanceof JsonProcessingException json
        ? json.getOriginalMessage()
        : String.valueOf(cause.getMessage());
  }

  /**
   * An answer whose status is no success.
   *
   * @param body missing where it is no JSON: a gateway's page, and the status must do
   */
  ApiFault refusal(Request request, int status, String retryAfter, JsonNode body) {
    // a gateway's own "not found" must not pass for a record that was deleted
    Meaning meaning = isGatewaysNotFound(status, body) ? Meaning.LATER : Meaning.of(status);
    return new ApiFault(
        meaning,
        status,
        body,
        new Reason(
            kind(status, body),
            code(status, body),
            "The "
                + request
                + " was refused with status "
                + status
                + sentence(body)
                + remedy(status),
            answer(body)),
        Http.pause(retryAfter, status == TOO_MANY ? PAUSE : null),
        null);
  }

  private static boolean isGatewaysNotFound(int status, JsonNode body) {
    return Meaning.of(status) == Meaning.GONE && !body.isObject();
  }

  /** The reason class of an answer, as far as its status tells. */
  static ReasonClass kind(int status, JsonNode body) {
    return isGatewaysNotFound(status, body) ? ReasonClass.SERVER : Http.kindOf(status);
  }

  private static String remedy(int status) {
    return switch (status) {
      case 401 -> " (check fulfillment.auth and its token, secret or certificate)";
      case 403 -> " (give the hub's client the right to do this)";
      default -> "";
    };
  }

  /** The API's own word, or the status where it has none. */
  String code(int status, JsonNode error) {
    String code = text(error, form.code());
    return code.isEmpty() ? "HTTP " + status : clean(code);
  }

  /** What the error says about itself, behind a colon; empty when it says nothing. */
  private String sentence(JsonNode error) {
    String message = text(error, form.message());
    return message.isEmpty() ? "" : ": " + clean(message);
  }

  /** What the error says, with the fields by their names in the connector file. */
  String explain(JsonNode error, Resource resource) {
    StringBuilder all = new StringBuilder(text(error, form.message()));
    for (JsonNode entry : fields(error)) {
      all.append(all.isEmpty() ? "" : "; ")
          .append(name(text(entry, form.field().name()), resource))
          .append(' ')
          .append(text(entry, form.field().message()));
    }
    return clean(all.isEmpty() ? "no reason given" : all.toString());
  }

  private static String name(String said, Resource resource) {
    return resource.fields().values().stream()
        .filter(f -> f.at().toString().equals(said) || f.at().toString().equals("/" + said))
        .map(FieldForm::name)
        .findFirst()
        .orElse(said.isEmpty() ? "the record" : said);
  }

  /** Whether a later try may succeed with the same values. */
  boolean mayPass(JsonNode error) {
    if (form.later().contains(text(error, form.code()))) {
      return true;
    }
    for (JsonNode entry : fields(error)) {
      if (form.later().contains(text(entry, form.field().code()))) {
        return true;
      }
    }
    return false;
  }

  /** Whether every field that the error names lacks a value. */
  boolean isMissing(JsonNode error) {
    JsonNode entries = fields(error);
    for (JsonNode entry : entries) {
      if (!form.missing().contains(text(entry, form.field().code()))) {
        return false;
      }
    }
    return !entries.isEmpty() || form.missing().contains(text(error, form.code()));
  }

  /** The error as the API states it; null where it states none. */
  String answer(JsonNode error) {
    return cleaning.answer(error);
  }

  /** Id of the record that is in the way of a new one; null where the error does not tell. */
  String existing(JsonNode error) {
    String id = text(error, form.existing());
    return id.isEmpty() ? null : id;
  }

  private JsonNode fields(JsonNode error) {
    return form.fields() == null ? MissingNode.getInstance() : error.at(form.fields());
  }

  private static String text(JsonNode node, JsonPointer pointer) {
    return pointer == null ? "" : node.at(pointer).asText("");
  }

  private String clean(String text) {
    return cleaning.line(text);
  }
}
