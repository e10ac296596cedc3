package io.partnerhub.connector.smartsheet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Who the hub's token belongs to, asked once. */
final class OwnUser {

  private final Api api;
  private volatile String email;

  OwnUser(Api api) {
    this.api = api;
  }

  /** The user's e-mail address, by which rows name their authors. */
  String email() {
    String known = email;
    if (known == null) {
      ObjectNode user =
          api.call(Request.get("own user", "users/me"), in -> ObjectStream.read(in, "", e -> {}));
      known = user.path("email").asText();
      if (known.isEmpty()) {
        throw new ApiFault(
            FaultClass.UNREADABLE,
            "NOT_A_USER",
            "The read of own user got an answer without an e-mail");
      }
      email = known;
    }
    return known;
  }

  boolean is(JsonNode author) {
    String shown = author.path("email").asText();
    return !shown.isEmpty() && shown.equalsIgnoreCase(email());
  }
}
