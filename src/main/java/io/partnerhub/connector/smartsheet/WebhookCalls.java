package io.partnerhub.connector.smartsheet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The calls about webhooks. Each throws {@link ApiFault} when it fails. */
final class WebhookCalls {

  private static final int PAGE = 100;
  private static final int MOST_PAGES = 50;

  private final Api api;

  WebhookCalls(Api api) {
    this.api = api;
  }

  /** All webhooks of the token's user. */
  List<Webhook> all() {
    List<Webhook> all = new ArrayList<>();
    int pages = 1;
    for (int page = 1; page <= MOST_PAGES && (page <= pages || pages < 0); page++) {
      int before = all.size();
      Request request =
          Request.get("list of webhooks", "webhooks").with("page", page).with("pageSize", PAGE);
      ObjectNode list =
          api.call(request, in -> ObjectStream.read(in, "data", hook -> all.add(Webhook.of(hook))));
      pages = list.path("totalPages").asInt(1);
      if (all.size() == before) {
        break; // where the service does not know how many pages there are, an empty one is the last
      }
    }
    return all;
  }

  /** Makes one that is not enabled yet; the answer shows its secret. */
  Webhook make(String name, String callbackUrl, String sheet, Set<Long> columns) {
    ObjectNode body = ObjectStream.JSON.createObjectNode();
    body.put("name", name).put("callbackUrl", callbackUrl).put("scope", "sheet");
    body.put("scopeObjectId", Long.parseLong(SheetId.checked(sheet))).put("version", 1);
    body.putArray("events").add("*.*");
    columns.forEach(body.putObject("subscope").putArray("columnIds")::add);
    Webhook made = Webhook.of(result("POST", "webhook of sheet " + sheet, "webhooks", body));
    if (made.id().isEmpty() || made.secret().isEmpty()) {
      throw unreadable("The webhook of sheet " + sheet + " was made without an id or a secret");
    }
    return made;
  }

  /** Enables it; the service calls the hub before it answers. */
  Webhook enable(String id) {
    ObjectNode body = ObjectStream.JSON.createObjectNode().put("enabled", true);
    return Webhook.of(result("PUT", "webhook " + id, "webhooks/" + id, body));
  }

  /** Has it sign by another secret from now on, and gives that. */
  String renewSecret(String id) {
    String path = "webhooks/" + id + "/resetSharedSecret";
    JsonNode answer =
        result("POST", "secret of webhook " + id, path, ObjectStream.JSON.createObjectNode());
    String secret = answer.path("sharedSecret").asText();
    if (secret.isEmpty()) {
      throw unreadable("The secret of webhook " + id + " was renewed and not shown");
    }
    return secret;
  }

  void delete(String id) {
    Request request = Request.write("DELETE", "webhook " + id, "webhooks/" + id, null);
    api.call(request, in -> ObjectStream.read(in, "", none -> {}));
  }

  private JsonNode result(String method, String what, String path, ObjectNode body) {
    byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
    Request request = Request.write(method, what, path, bytes);
    return api.call(request, in -> ObjectStream.read(in, "", none -> {})).path("result");
  }

  private static ApiFault unreadable(String message) {
    return new ApiFault(FaultClass.UNREADABLE, "NOT_A_WEBHOOK", message);
  }
}
