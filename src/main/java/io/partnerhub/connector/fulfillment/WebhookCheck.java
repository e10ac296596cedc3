package io.partnerhub.connector.fulfillment;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnerhub.mapping.CheckedYaml;
import io.partnerhub.mapping.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Looks whether all that makes a call of the API trustworthy is signed. */
final class WebhookCheck {

  private static final String SIGNED = "/webhook/signature/of";

  private final CheckedYaml file;
  private final List<Fault> faults = new ArrayList<>();

  WebhookCheck(CheckedYaml file) {
    this.file = file;
  }

  List<Fault> faults() {
    JsonNode webhook = file.root().path("webhook");
    String signed = file.root().at(SIGNED).asText();
    if (signed.isEmpty()) {
      return faults; // the schema says what is missing
    }
    needs(signed, Webhook.BODY, "The body");
    needs(signed, Webhook.TIMESTAMP, "The time of the call");
    if (webhook.has("id")) {
      needs(signed, Webhook.ID, "The id of the delivery");
    }
    for (Map.Entry<String, JsonNode> word : webhook.path("resources").properties()) {
      String resource = word.getValue().asText();
      if (!file.root().path("resources").has(resource)) {
        faults.add(
            file.fault(
                "/webhook/resources/" + word.getKey(),
                "There is no resource " + resource,
                "Name one of resources"));
      }
    }
    return faults;
  }

  private void needs(String signed, String placeholder, String what) {
    if (!signed.contains(placeholder)) {
      faults.add(
          file.fault(
              SIGNED,
              what + " is not signed, so that anybody could change it",
              "Put " + placeholder + " where the API has it"));
    }
  }
}
