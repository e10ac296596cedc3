package io.partnerhub.sandbox.salesforce;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.partnerhub.sandbox.sim.Operation;
import java.io.IOException;

/** Tells from the methods and addresses in a composite whether it writes, without its bodies. */
final class CompositeCalls {

  private CompositeCalls() {}

  static Operation operation(byte[] body) {
    try (JsonParser json = Wire.MAPPER.createParser(body)) {
      return writes(json) ? Operation.WRITE : Operation.READ;
    } catch (IOException e) {
      return Operation.OTHER; // The endpoint refuses it with a reason of its own.
    }
  }

  private static boolean writes(JsonParser json) throws IOException {
    String method = "";
    String url = "";
    for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
      if (token == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        json.nextToken();
        switch (name) {
          case "method" -> method = json.getText();
          case "url" -> url = json.getText();
          case "compositeRequest" -> {}
          default -> json.skipChildren();
        }
      } else if (token == JsonToken.END_OBJECT && !method.isEmpty()) {
        if (Calls.operation(method, url.replaceAll("\\?.*", "")) == Operation.WRITE) {
          return true;
        }
        method = "";
      }
    }
    return false;
  }
}
