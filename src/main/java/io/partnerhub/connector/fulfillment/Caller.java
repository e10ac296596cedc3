package io.partnerhub.connector.fulfillment;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;

/** Who the hub is to the API, asked once. */
final class Caller {

  private final Api api;
  private final Definition.Caller form;
  private volatile String id;

  Caller(Api api, Definition.Caller form) {
    this.api = api;
    this.form = form;
  }

  /** Asks where nobody did so far. */
  void know() {
    if (form == null || id != null) {
      return;
    }
    Request request = Request.get("the caller", form.path());
    String said = api.call(request).at(form.at()).asText("");
    if (said.isEmpty()) {
      throw api.errors().unreadable(request, "got an answer without the caller's id");
    }
    id = said;
  }

  /** Whether a record names the hub there. */
  boolean is(JsonNode record, JsonPointer at) {
    return at != null && is(record.at(at).asText());
  }

  /** Whether this is how the API names the hub; false while nobody asked it. */
  boolean is(String name) {
    return name.equals(id);
  }
}
