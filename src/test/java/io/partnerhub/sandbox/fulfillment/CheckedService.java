package io.partnerhub.sandbox.fulfillment;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ValidationMessage;
import io.partnerhub.sandbox.sim.ForwardingService;
import io.partnerhub.sandbox.sim.SimAnswer;
import io.partnerhub.sandbox.sim.SimRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/** The simulator, with every answer compared to the published contract. */
public final class CheckedService extends ForwardingService {

  private final Contract contract = Contract.read();
  private final Queue<String> breaches = new ConcurrentLinkedQueue<>();

  public CheckedService(FulfillmentService service) {
    super(service);
  }

  /** What was answered otherwise than the contract says, so far. */
  public List<String> breaches() {
    return List.copyOf(breaches);
  }

  @Override
  public SimAnswer answer(SimRequest request) {
    SimAnswer answer = super.answer(request);
    check(request, answer);
    return answer;
  }

  private void check(SimRequest request, SimAnswer answer) {
    String name = classify(request).name();
    int blank = name.indexOf(' ');
    String operation =
        blank < 0
            ? ""
            : "/paths/"
                + name.substring(blank + 1).replace("/", "~1")
                + "/"
                + name.substring(0, blank).toLowerCase(Locale.ROOT);
    if (contract.document().at(operation).isMissingNode() || operation.isEmpty()) {
      if (!Set.of(401, 404, 405, 414).contains(answer.status())) {
        breach(request, answer, "is no operation of the contract");
      }
      return;
    }
    String place = operation + "/responses/" + answer.status();
    JsonNode response = contract.document().at(place);
    if (response.has("$ref")) {
      place = response.get("$ref").asText().substring(1);
      response = contract.document().at(place);
    }
    if (response.isMissingNode()) {
      breach(request, answer, "has a status that the contract does not know");
      return;
    }
    checkHeaders(request, answer, response);
    checkBody(request, answer, response, place);
  }

  private void checkHeaders(SimRequest request, SimAnswer answer, JsonNode response) {
    for (String header : names(response.path("headers"))) {
      if (!answer.headers().containsKey(header)) {
        breach(request, answer, "has no header " + header);
      }
    }
  }

  private void checkBody(SimRequest request, SimAnswer answer, JsonNode response, String place) {
    JsonNode content = response.path("content");
    String type = answer.headers().getOrDefault("Content-Type", "").split(";")[0];
    if (content.isMissingNode() ? answer.body().length > 0 : !content.has(type)) {
      breach(request, answer, "has content of the type " + type);
    } else if (!content.isMissingNode()) {
      JsonPointer schema =
          JsonPointer.compile(place)
              .append(JsonPointer.empty().appendProperty("content").appendProperty(type))
              .appendProperty("schema");
      for (ValidationMessage message :
          contract.schema(escaped(schema.toString())).validate(json(answer))) {
        breach(request, answer, message.toString());
      }
    }
  }

  private static String escaped(String pointer) {
    return pointer.replace("{", "%7B").replace("}", "%7D");
  }

  private void breach(SimRequest request, SimAnswer answer, String what) {
    breaches.add(request.method() + " " + request.path() + " " + answer.status() + ": " + what);
  }

  private static List<String> names(JsonNode object) {
    return Stream.of(object).flatMap(o -> o.properties().stream()).map(Map.Entry::getKey).toList();
  }

  private static JsonNode json(SimAnswer answer) {
    try {
      return Wire.MAPPER.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
