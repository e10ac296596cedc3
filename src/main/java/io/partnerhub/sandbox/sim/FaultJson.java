package io.partnerhub.sandbox.sim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A fault rule as JSON: {@code {"method":"PATCH","path":"/composite","contains":"ALFKI","times":2,
 * "kind":"status","status":503,"code":"SERVER_UNAVAILABLE","message":"try later"}}. Only {@code
 * kind} is required, and {@code ms} for a delay; a hold takes {@code "effect":"before"|"after"};
 * {@code times} is 1 unless given, or {@code "forever"}.
 */
final class FaultJson {

  private static final int LONGEST_DELAY_MS = 600_000;

  private FaultJson() {}

  /**
   * Reads a rule.
   *
   * @throws IllegalArgumentException naming what is wrong with it
   */
  static FaultRule read(ObjectNode json) {
    return new FaultRule(
        json.path("method").asText(""),
        Pattern.compile(json.path("path").asText("")),
        json.path("contains").asText(""),
        times(json.path("times")),
        fault(json));
  }

  static Map<String, Object> write(FaultRule rule) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("method", rule.method());
    json.put("path", rule.path().pattern());
    json.put("contains", rule.contains());
    json.put("times", rule.times() == FaultRule.FOREVER ? "forever" : rule.times());
    json.put("fault", rule.fault().toString());
    return json;
  }

  private static int times(JsonNode times) {
    if (times.isMissingNode()) {
      return 1;
    }
    return times.asText().equals("forever") ? FaultRule.FOREVER : times.asInt();
  }

  private static Fault fault(ObjectNode json) {
    String kind = json.path("kind").asText();
    return switch (kind) {
      case "status" -> answer(json);
      case "rate-limit" -> new Fault.RateLimit();
      case "retry-later" -> new Fault.RetryLater(json.path("seconds").asInt(1));
      case "html" -> new Fault.Html();
      case "empty" -> new Fault.Empty();
      case "invalid-utf8" -> new Fault.InvalidUtf8();
      case "cut-before" -> new Fault.CutBefore();
      case "cut-after" -> new Fault.CutAfter();
      case "delay" -> new Fault.Delay(Duration.ofMillis(milliseconds(json)));
      case "hold" -> hold(json.path("effect").asText("before"));
      default ->
          throw new IllegalArgumentException(
              "kind \""
                  + kind
                  + "\" is none of status, rate-limit, retry-later, html, empty, invalid-utf8, cut-before,"
                  + " cut-after, delay, hold");
    };
  }

  private static Fault answer(ObjectNode json) {
    int status = json.path("status").asInt();
    if (status < 100 || status > 599) {
      throw new IllegalArgumentException("kind \"status\" needs \"status\" between 100 and 599");
    }
    if (json.hasNonNull("body")) {
      JsonNode body = json.get("body");
      return new Fault.RawAnswer(status, body.isTextual() ? body.asText() : body.toString());
    }
    return new Fault.Failure(
        status, json.path("code").asText(""), json.path("message").asText("on command"));
  }

  private static Fault hold(String effect) {
    return switch (effect) {
      case "before" -> new Fault.HoldBefore();
      case "after" -> new Fault.HoldAfter();
      default -> throw new IllegalArgumentException("\"effect\" must be \"before\" or \"after\"");
    };
  }

  static int milliseconds(ObjectNode json) {
    JsonNode ms = json.path("ms");
    if (!ms.isInt() || ms.asInt() < 0 || ms.asInt() > LONGEST_DELAY_MS) {
      throw new IllegalArgumentException("\"ms\" must be a number from 0 to " + LONGEST_DELAY_MS);
    }
    return ms.asInt();
  }
}
