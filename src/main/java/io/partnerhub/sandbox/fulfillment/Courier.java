package io.partnerhub.sandbox.fulfillment;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.partnerhub.sandbox.sim.Losses;
import io.partnerhub.sandbox.sim.Round;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Calls a subscriber for every change, in the order of the changes unless told otherwise: one call
 * at a time, each until it is answered by 2xx, so that one may come twice.
 */
final class Courier {

  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final Clock clock;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(TIMEOUT).build();
  private volatile Round<ObjectNode> round;
  private volatile Losses losses = Losses.none();

  Courier(Clock clock) {
    this.clock = clock;
  }

  /** From now on changes are told to this subscriber alone; null for none. */
  synchronized void subscribe(Subscription to) {
    if (round != null) {
      round.end();
    }
    boolean none = to == null || to.manner().lost();
    round = none ? null : Round.begin("fulfillment-webhooks", one -> carry(one, to));
  }

  /** Which calls get lost on their way, as if they had been answered; none unless set. */
  void losses(Losses some) {
    losses = some;
  }

  /** Something changed. */
  void tell(Resource resource, Item item) {
    Round<ObjectNode> now = round;
    if (now != null) {
      now.waiting()
          .add(
              Wire.MAPPER
                  .createObjectNode()
                  .put("resource", resource.path())
                  .put("id", item.id())
                  .put("version", item.version())
                  .put("at", Wire.time(item.updated().at()))
                  .put("by", item.updated().by()));
    }
  }

  private void carry(Round<ObjectNode> one, Subscription to) throws InterruptedException {
    String name = UUID.randomUUID().toString(); // no id comes twice, whoever subscribes
    long number = 0;
    while (!one.isOver()) {
      List<ObjectNode> events = next(one.waiting(), to.manner());
      byte[] body = body(events);
      String id = "msg_%s_%d".formatted(name, ++number);
      for (int i = 0; i < (to.manner().twice() ? 2 : 1); i++) {
        deliver(to, id, body);
      }
    }
  }

  private static List<ObjectNode> next(
      BlockingQueue<ObjectNode> waiting, Subscription.Manner manner) throws InterruptedException {
    List<ObjectNode> events = new ArrayList<>();
    events.add(waiting.take());
    if (manner.shuffled()) {
      ObjectNode second = waiting.poll(FIRST_PAUSE.toMillis(), TimeUnit.MILLISECONDS);
      if (second != null) {
        events.add(second);
      }
    }
    waiting.drainTo(events, Math.max(0, manner.batch() - events.size()));
    if (manner.shuffled()) {
      Collections.reverse(events);
    }
    return events;
  }

  private static byte[] body(List<ObjectNode> events) {
    ArrayNode list = Wire.MAPPER.createArrayNode();
    events.forEach(list::add);
    ObjectNode body = Wire.MAPPER.createObjectNode();
    body.set("events", list);
    return Wire.bytes(body);
  }

  private void deliver(Subscription to, String id, byte[] body) throws InterruptedException {
    Duration pause = FIRST_PAUSE;
    Duration asked = losses.next() ? null : send(to, id, body);
    while (asked != null) {
      Thread.sleep(Math.max(pause.toMillis(), asked.toMillis()));
      Duration twice = pause.multipliedBy(2);
      pause = twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
      asked = send(to, id, body);
    }
  }

  /**
   * Each try is signed anew, with its own time.
   *
   * @return how long the subscriber wants to be left alone before the next try; null for none
   */
  private Duration send(Subscription to, String id, byte[] body) throws InterruptedException {
    String time = Long.toString(clock.instant().getEpochSecond());
    HttpRequest request =
        HttpRequest.newBuilder(to.url())
            .timeout(TIMEOUT)
            .header("Content-Type", "application/json")
            .header("Webhook-Id", id)
            .header("Webhook-Timestamp", time)
            .header("Webhook-Signature", to.signature(id, time, body))
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    try {
      HttpResponse<Void> answer = client.send(request, HttpResponse.BodyHandlers.discarding());
      long seconds = answer.headers().firstValueAsLong("Retry-After").orElse(0);
      return answer.statusCode() / 100 == 2 ? null : Duration.ofSeconds(seconds);
    } catch (IOException e) {
      return Duration.ZERO;
    }
  }
}
