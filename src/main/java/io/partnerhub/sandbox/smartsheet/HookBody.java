package io.partnerhub.sandbox.smartsheet;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Set;

/** What a body says of a webhook, as strict as the service. */
final class HookBody {

  /** 443 is the default of https. */
  private static final Set<Integer> PORTS = Set.of(-1, 443, 8000, 8008, 8080, 8443);

  private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost");
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_URL = 2_000;

  private HookBody() {}

  /** The events and the version, which allow of one value each. */
  static void common(JsonNode body, boolean required) {
    if (required && !body.hasNonNull("events")) {
      throw ErrorCode.ATTRIBUTE_MISSING.with("webhook.events");
    }
    if (required && !body.hasNonNull("version")) {
      throw ErrorCode.ATTRIBUTE_MISSING.with("webhook.version");
    }
    JsonNode events = body.path("events");
    if (body.hasNonNull("events")
        && !(events.isArray() && events.size() == 1 && events.get(0).asText().equals("*.*"))) {
      throw ErrorCode.ATTRIBUTE_INVALID.with(events, "webhook.events");
    }
    if (body.hasNonNull("version") && body.get("version").asInt() != 1) {
      throw ErrorCode.ATTRIBUTE_INVALID.with(body.get("version"), "webhook.version");
    }
  }

  /** Null where it is not said. */
  static String name(JsonNode body, boolean required) {
    return text(body, "name", required, LONGEST_NAME);
  }

  /**
   * An address that can be called; null where none is said.
   *
   * @param loopback whether plain HTTP to this machine is one
   */
  static String url(JsonNode body, boolean required, boolean loopback) {
    String text = text(body, "callbackUrl", required, LONGEST_URL);
    if (text == null) {
      return null;
    }
    URI url;
    try {
      url = new URI(text);
    } catch (URISyntaxException e) {
      throw ErrorCode.ATTRIBUTE_INVALID.with(text, "webhook.callbackUrl");
    }
    boolean here = loopback && "http".equals(url.getScheme()) && isHere(url);
    boolean callable =
        "https".equals(url.getScheme()) && url.getHost() != null && PORTS.contains(url.getPort());
    if (!here && !callable) {
      throw ErrorCode.HTTPS_ONLY.with("callbackUrl");
    }
    return text;
  }

  private static boolean isHere(URI url) {
    return url.getHost() != null && THIS_MACHINE.contains(url.getHost());
  }

  /** The sheet of the scope, or 1151. */
  static Sheet scope(JsonNode body, Workspace workspace) {
    String scope = text(body, "scope", true, LONGEST_NAME);
    if (!"sheet".equals(scope)) {
      throw ErrorCode.ATTRIBUTE_INVALID.with(scope, "webhook.scope");
    }
    Long id = Attributes.id(body, "scopeObjectId");
    if (id == null) {
      throw ErrorCode.ATTRIBUTE_MISSING.with("webhook.scopeObjectId");
    }
    if (!workspace.hasSheet(id)) {
      throw ErrorCode.SCOPE_NOT_FOUND.with(scope, id);
    }
    return workspace.sheet(id);
  }

  /** The columns of the subscope, all of this sheet; empty for all columns. */
  static List<Long> columns(JsonNode body, Sheet sheet) {
    JsonNode subscope = body.path("subscope");
    if (!subscope.hasNonNull("columnIds")) {
      return List.of();
    }
    List<Long> ids = Attributes.ids(subscope, "columnIds");
    for (long id : ids) {
      if (sheet.columns().find(id).isEmpty()) {
        throw ErrorCode.COLUMN_INVALID.with(id);
      }
    }
    return ids;
  }

  private static String text(JsonNode body, String name, boolean required, int longest) {
    String text = Attributes.text(body, name);
    if (text == null || text.isBlank()) {
      if (required) {
        throw ErrorCode.ATTRIBUTE_MISSING.with("webhook." + name);
      }
      return null;
    }
    if (text.length() > longest) {
      throw ErrorCode.TOO_LONG.with("webhook." + name, longest, text.length());
    }
    return text;
  }
}
