package io.partnerhub.sandbox.matrix;

import io.partnerhub.connector.Hmac;
import io.partnerhub.sandbox.smartsheet.hook.Hook;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** How a callback of Smartsheet reaches the hub. */
enum Callback {
  AS_IT_SHOULD("due", 1, 200),
  UNSIGNED("unseen", 0, 401),
  FORGED("unseen", 0, 401),
  REPLAYED("due", 1, 200, 200),
  WHILE_THE_STORE_IS_AWAY("unseen", 0, 503),
  AGAIN_ONCE_THE_STORE_IS_BACK("due", 1, 503, 200);

  /** Where the record is that it tells of, once the hub read what it was told. */
  final String where;

  /** How many hints are kept. */
  final int hints;

  /** The status of each answer. */
  final List<Integer> answers;

  Callback(String where, int hints, Integer... answers) {
    this.where = where;
    this.hints = hints;
    this.answers = List.of(answers);
  }

  String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /**
   * Tells that a row was updated.
   *
   * @return the status of each answer
   */
  List<Integer> arrive(Stage stage, Hook hook, String row) {
    String body =
        ("{\"nonce\":\"%s\",\"webhookId\":%d,\"scope\":\"sheet\",\"scopeObjectId\":%d,"
                + "\"events\":[{\"objectType\":\"row\",\"eventType\":\"updated\",\"id\":%s}]}")
            .formatted(UUID.randomUUID(), hook.id(), hook.plan().sheetId(), row);
    return switch (this) {
      case AS_IT_SHOULD -> List.of(post(hook, body, hook.secret()));
      case UNSIGNED -> List.of(post(hook, body, null));
      case FORGED -> List.of(post(hook, body, "guessed"));
      case REPLAYED -> List.of(post(hook, body, hook.secret()), post(hook, body, hook.secret()));
      case WHILE_THE_STORE_IS_AWAY -> List.of(inVain(stage, hook, body));
      case AGAIN_ONCE_THE_STORE_IS_BACK ->
          List.of(inVain(stage, hook, body), post(hook, body, hook.secret()));
    };
  }

  private static int inVain(Stage stage, Hook hook, String body) {
    stage.whereabouts().keepNoNotices();
    try {
      return post(hook, body, hook.secret());
    } finally {
      stage.whereabouts().keepNotices();
    }
  }

  private static int post(Hook hook, String body, String secret) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(hook.plan().callbackUrl()))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body));
    if (secret != null) {
      byte[] signature = new Hmac(secret).of(body.getBytes(StandardCharsets.UTF_8));
      request.header("Smartsheet-Hmac-SHA256", HexFormat.of().formatHex(signature));
    }
    try {
      return HttpClient.newHttpClient()
          .send(request.build(), BodyHandlers.discarding())
          .statusCode();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
