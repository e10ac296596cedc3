package io.partnerhub.sandbox.bench.first;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** One call after the other, without state, retries or checks. */
final class PlainClient {

  static final ObjectMapper JSON = new ObjectMapper();

  private static final Duration LONGEST_CALL = Duration.ofSeconds(60);

  private final HttpClient http = HttpClient.newHttpClient();
  private final String baseUrl;
  private final String token;

  PlainClient(String baseUrl, String token) {
    this.baseUrl = baseUrl;
    this.token = token;
  }

  JsonNode get(String path) throws IOException, InterruptedException {
    return send("GET", path, "application/json", BodyPublishers.noBody());
  }

  JsonNode send(String method, String path, JsonNode body)
      throws IOException, InterruptedException {
    return send(
        method, path, "application/json", BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
  }

  JsonNode send(String method, String path, String type, BodyPublisher body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(baseUrl + path))
            .timeout(LONGEST_CALL)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", type)
            .method(method, body)
            .build();
    HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new IOException(
          "The plain client got %d for %s %s".formatted(answer.statusCode(), method, path));
    }
    return JSON.readTree(answer.body());
  }
}
