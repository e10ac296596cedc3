package io.partnerhub.sandbox.salesforce.outbound;

import io.partnerhub.sandbox.sim.Round;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Sends Outbound Messages to one address: up to 100 notifications of one object a message, each
 * message until it is acknowledged or a day old, others meanwhile (SOAP API Developer Guide,
 * Understanding Notifications). It waits less between two tries than the two hours of the service.
 */
public final class Outbox {

  private static final int MOST = 100;
  private static final Duration KEPT = Duration.ofHours(24);
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final Duration LOOK = Duration.ofMillis(20);
  private static final long FIRST_PAUSE = TimeUnit.MILLISECONDS.toNanos(100);
  private static final long LONGEST_PAUSE = TimeUnit.SECONDS.toNanos(5);

  private final String org;
  private final Clock clock;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(TIMEOUT).build();
  private volatile Round<Notification> round;

  /**
   * Who is told.
   *
   * @param twice each message comes once more after it was acknowledged
   */
  public record Target(URI url, boolean twice) {

    /** The path is a secret. */
    @Override
    public String toString() {
      return "Target[twice=" + twice + "]";
    }
  }

  /** A message that was not acknowledged yet. */
  private record Message(byte[] body, Instant madeAt, long dueNanos, long pauseNanos) {

    Message again(long nowNanos) {
      long next = Math.min(2 * pauseNanos, LONGEST_PAUSE);
      return new Message(body, madeAt, nowNanos + pauseNanos, next);
    }
  }

  /**
   * Sends nothing yet.
   *
   * @param org the org's id, 18 characters
   * @param clock by which messages grow old
   */
  public Outbox(String org, Clock clock) {
    this.org = org;
    this.clock = clock;
  }

  /** From now on messages go there alone, without those that wait; null for nowhere. */
  public synchronized void sendTo(Target to) {
    if (round != null) {
      round.end();
    }
    round = to == null ? null : Round.begin("salesforce-outbound-messages", one -> carry(one, to));
  }

  /** Whether there is anybody to be told. */
  public boolean isOn() {
    return round != null;
  }

  /** Queues notifications in the order of the changes. */
  public void add(List<Notification> notifications) {
    Round<Notification> now = round;
    if (now != null) {
      now.waiting().addAll(notifications);
    }
  }

  private void carry(Round<Notification> one, Target to) throws InterruptedException {
    List<Message> unacknowledged = new ArrayList<>();
    while (!one.isOver()) {
      List<Message> due =
          new ArrayList<>(
              unacknowledged.stream().filter(m -> m.dueNanos() <= System.nanoTime()).toList());
      unacknowledged.removeAll(due);
      due.addAll(fresh(one.waiting()));
      for (Message message : due) {
        boolean taken = send(to, message);
        if (taken && to.twice()) {
          send(to, message);
        }
        if (!taken && clock.instant().isBefore(message.madeAt().plus(KEPT))) {
          unacknowledged.add(message.again(System.nanoTime()));
        }
      }
    }
  }

  /** At most one message of what waits: of the object that waits longest. */
  private List<Message> fresh(BlockingQueue<Notification> waiting) throws InterruptedException {
    Notification first = waiting.poll(LOOK.toMillis(), TimeUnit.MILLISECONDS);
    if (first == null) {
      return List.of();
    }
    List<Notification> some = new ArrayList<>(List.of(first));
    waiting.stream()
        .filter(one -> one.action().equals(first.action()))
        .limit(MOST - 1L)
        .forEach(some::add);
    waiting.removeAll(some);
    byte[] body = Envelope.message(org, "https://partners.example", some);
    return List.of(new Message(body, clock.instant(), 0, FIRST_PAUSE));
  }

  private boolean send(Target to, Message message) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(to.url())
            .timeout(TIMEOUT)
            .header("Content-Type", "text/xml; charset=utf-8")
            .header("SOAPAction", "\"\"")
            .POST(HttpRequest.BodyPublishers.ofByteArray(message.body()))
            .build();
    try {
      HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
      return answer.statusCode() == 200 && Envelope.isAcknowledged(answer.body());
    } catch (IOException e) {
      return false;
    }
  }
}
