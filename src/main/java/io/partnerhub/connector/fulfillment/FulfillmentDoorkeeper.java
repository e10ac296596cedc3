package io.partnerhub.connector.fulfillment;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.partnerhub.connector.ExactJson;
import io.partnerhub.intake.Answer;
import io.partnerhub.intake.Doorkeeper;
import io.partnerhub.intake.Knock;
import io.partnerhub.intake.Terms;
import io.partnerhub.intake.Verdict;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.system.Notice;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Takes calls of the fulfillment API: signed, made within the tolerance, each once. A call that is
 * refused may be signed anew and sent again.
 */
public final class FulfillmentDoorkeeper implements Doorkeeper {

  private static final String NAME = "fulfillment";
  private static final ObjectMapper JSON =
      new ExactJson().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private static final Pattern DELIVERY = Pattern.compile("[\\x21-\\x7e]{1,200}");

  /** Seconds since 1970 have ten digits until 2286; more are milliseconds. */
  private static final int SECONDS_DIGITS = 11;

  private final Webhook form;
  private final Signatures signatures;
  private final EventReading events;
  private final Clock clock;

  /**
   * @param secrets one, or several parted by spaces
   * @param isHub whether the API names the hub so
   * @throws IllegalArgumentException when the connector file does not say how the API calls, or a
   *     secret is none
   */
  FulfillmentDoorkeeper(
      Definition definition, String secrets, Predicate<String> isHub, Clock clock) {
    this.signatures = signatures(definition, secrets);
    this.form = definition.webhook();
    this.events = new EventReading(form, definition.resources().keySet(), isHub);
    this.clock = clock;
  }

  /** As the constructor makes them, with its faults. */
  static Signatures signatures(Definition definition, String secrets) {
    if (definition.webhook() == null) {
      throw new IllegalArgumentException(
          "fulfillment.webhook-secret is set, and the connector file has no \"webhook\": how the"
              + " API calls the hub");
    }
    return new Signatures(definition.webhook().signature(), secrets);
  }

  @Override
  public SystemName system() {
    return SystemName.FULFILLMENT;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Terms terms() {
    return Terms.json(
        Stream.of(form.id(), form.timestamp().header(), form.signature().header())
            .filter(Objects::nonNull)
            .toArray(String[]::new));
  }

  @Override
  public Verdict judge(Knock knock) {
    Optional<String> signature = knock.header(form.signature().header());
    String id = form.id() == null ? null : knock.header(form.id()).orElse(null);
    String time = knock.header(form.timestamp().header()).orElse(null);
    if (signature.isEmpty() || time == null || form.id() != null && id == null) {
      return refuse(Answer.UNAUTHORIZED, "a header that it must have is missing");
    }
    if (!signatures.match(signature.get(), id, time, knock.body())) {
      return refuse(Answer.UNAUTHORIZED, "its signature is wrong: see fulfillment.webhook-secret");
    }
    if (!isRecent(time)) {
      return refuse(
          Answer.UNAUTHORIZED, "it was made too long ago, or the clocks are too far apart");
    }
    if (id != null && !DELIVERY.matcher(id).matches()) {
      return refuse(Answer.BAD_REQUEST, "its id is not of the usual form");
    }
    return read(knock.body(), id == null ? signatures.fingerprint(id, time, knock.body()) : id);
  }

  private Verdict read(byte[] body, String key) {
    JsonNode tree;
    try {
      tree = JSON.readTree(body);
    } catch (IOException e) {
      return refuse(Answer.BAD_REQUEST, "it is no JSON");
    }
    if (!tree.isContainerNode()) {
      return refuse(Answer.BAD_REQUEST, "it is no JSON object or list");
    }
    return new Verdict.Admit(NAME, List.of(new Notice(key, events.hints(tree))));
  }

  private boolean isRecent(String time) {
    try {
      Duration away = Duration.between(instant(time), clock.instant()).abs();
      return away.compareTo(form.timestamp().most()) <= 0;
    } catch (DateTimeException | NumberFormatException | ArithmeticException e) {
      return false;
    }
  }

  private static Instant instant(String time) {
    if (time.chars().allMatch(Character::isDigit)) {
      long number = Long.parseLong(time);
      return time.length() > SECONDS_DIGITS
          ? Instant.ofEpochMilli(number)
          : Instant.ofEpochSecond(number);
    }
    return Instant.parse(time);
  }

  private static Verdict refuse(Answer answer, String why) {
    return new Verdict.Refuse(answer, why);
  }
}
