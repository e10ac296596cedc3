package io.partnerhub.sandbox.smartsheet.hook;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Calls callback URLs. */
final class Caller {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final HookSettings settings;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  Caller(HookSettings settings) {
    this.settings = settings;
  }

  /** Whether the URL echoes a challenge: by a header, or by its JSON. */
  boolean verify(Hook hook) throws InterruptedException {
    String challenge = UUID.randomUUID().toString();
    HttpRequest request =
        to(hook, Bodies.challenge(hook, challenge))
            .header("Smartsheet-Hook-Challenge", challenge)
            .build();
    try {
      HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
      return answer.statusCode() == 200 && challenge.equals(echo(answer));
    } catch (IOException e) {
      return false;
    }
  }

  private static String echo(HttpResponse<String> answer) throws IOException {
    String header = answer.headers().firstValue("Smartsheet-Hook-Response").orElse(null);
    return header == null && !answer.body().isBlank()
        ? MAPPER.readTree(answer.body()).path("smartsheetHookResponse").asText()
        : header;
  }

  /** Sends a signed callback. */
  Acknowledgement call(Hook hook, byte[] body) throws InterruptedException {
    if (settings.losesNext()) {
      return Acknowledgement.RECEIVED;
    }
    HttpRequest request =
        to(hook, body).header("Smartsheet-Hmac-SHA256", signature(hook.secret(), body)).build();
    try {
      return Acknowledgement.of(http.send(request, BodyHandlers.discarding()).statusCode());
    } catch (IOException e) {
      return Acknowledgement.of(Acknowledgement.NO_ANSWER);
    }
  }

  private HttpRequest.Builder to(Hook hook, byte[] body) {
    return HttpRequest.newBuilder(URI.create(hook.plan().callbackUrl()))
        .timeout(settings.timeOut())
        .header("Content-Type", "application/json; charset=UTF-8")
        .POST(BodyPublishers.ofByteArray(body));
  }

  private static String signature(String secret, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
