package io.partnerhub.sandbox.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnerhub.sandbox.salesforce.pubsub.Bus;
import io.partnerhub.sandbox.salesforce.pubsub.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The commands under {@code /__sim/pubsub/}: what goes wrong with change events. */
final class PubSubCommands {

  private final Org org;

  PubSubCommands(Org org) {
    this.org = org;
  }

  /**
   * Carries a command out.
   *
   * @param command what follows {@code pubsub/}
   * @return what it says
   * @throws IllegalArgumentException for a command that cannot be carried out
   */
  Map<String, Object> run(String command, JsonNode body) {
    Bus bus = org.bus();
    switch (command) {
      case "GET" -> {
        return Map.of("subscribers", bus.subscribers());
      }
      case "POST end" -> bus.end();
      case "POST fail" ->
          bus.fail(ErrorCode.named(body.path("code").asText()), count(body, "times"));
      case "POST fail-schemas" ->
          bus.failSchemas(ErrorCode.named(body.path("code").asText()), count(body, "times"));
      case "POST silence" -> bus.silent(true);
      case "DELETE silence" -> bus.silent(false);
      case "POST keepalive" -> bus.keepAlive();
      case "POST expire" -> bus.log().expireAll();
      case "POST repeat" -> bus.log().repeat(count(body, "events"));
      case "POST daily-events" -> bus.dailyEvents(count(body, "most"));
      case "POST select" -> bus.topics().select(new TreeSet<>(texts(body, "types")));
      case "POST replace" -> org.replaceEvents(body.path("by").asText(), count(body, "events"));
      case "POST publish" ->
          org.publish(
              body.path("type").asText("Account"),
              body.path("changeType").asText(),
              texts(body, "ids"));
      default -> throw new IllegalArgumentException("there is no command pubsub/" + command);
    }
    return Map.of("done", true);
  }

  private static List<String> texts(JsonNode body, String name) {
    List<String> texts = new ArrayList<>();
    body.path(name).forEach(text -> texts.add(text.asText()));
    return texts;
  }

  private static int count(JsonNode body, String name) {
    int count = body.path(name).asInt(1);
    if (count < 0) {
      throw new IllegalArgumentException(name + " must not be negative");
    }
    return count;
  }
}
