package io.partnerhub.connector.smartsheet;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnerhub.connector.Hmac;
import io.partnerhub.intake.Answer;
import io.partnerhub.intake.Doorkeeper;
import io.partnerhub.intake.Knock;
import io.partnerhub.intake.Subscription;
import io.partnerhub.intake.Subscriptions;
import io.partnerhub.intake.Terms;
import io.partnerhub.intake.Verdict;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.system.Hint;
import io.partnerhub.sync.system.Notice;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes Smartsheet's callbacks. One that is refused gets 401, which Smartsheet tries again for a
 * day: a secret that was being renewed is known by then, and a forger learns nothing else. Every
 * status of 2xx but 200 would have it disable the webhook (guide "Webhook callbacks").
 */
public final class SmartsheetDoorkeeper implements Doorkeeper {

  private static final Logger LOG = LoggerFactory.getLogger(SmartsheetDoorkeeper.class);

  /** It stands in the path. */
  public static final String NAME = "smartsheet";

  private static final String CHALLENGE = "Smartsheet-Hook-Challenge";
  private static final String ECHO = "Smartsheet-Hook-Response";
  private static final String SIGNATURE = "Smartsheet-Hmac-SHA256";

  /** What is echoed must not be able to end a header. */
  private static final Pattern ECHOED = Pattern.compile("[\\x21-\\x7e]{1,256}");

  private static final Pattern NONCE = Pattern.compile("[\\x21-\\x7e]{1,200}");

  /** For callbacks that were under way when the secret was renewed. */
  private static final Duration OLD_SECRET_GOOD_FOR = Duration.ofMinutes(10);

  private final Subscriptions subscriptions;
  private final String hubId;
  private final Clock clock;
  private final AtomicBoolean changed = new AtomicBoolean();
  private final Set<String> unfit = ConcurrentHashMap.newKeySet();

  /**
   * @param hubId marks the hub's own writes
   */
  public SmartsheetDoorkeeper(Subscriptions subscriptions, String hubId, Clock clock) {
    this.subscriptions = subscriptions;
    this.hubId = hubId;
    this.clock = clock;
  }

  static String source(String sheet) {
    return "smartsheet/" + sheet;
  }

  @Override
  public SystemName system() {
    return SystemName.SMARTSHEET;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Terms terms() {
    return Terms.json(CHALLENGE, SIGNATURE);
  }

  /** Whether it was told since the last time that a webhook took another state. */
  boolean takeChanged() {
    return changed.getAndSet(false);
  }

  /** Whether a callback in its name was signed by no secret that the hub knows, since asked. */
  boolean takeUnfit(String webhook) {
    return unfit.remove(webhook);
  }

  @Override
  public Verdict judge(Knock knock) {
    String challenge = knock.header(CHALLENGE).orElse(null);
    if (challenge != null) {
      return ECHOED.matcher(challenge).matches()
          ? new Verdict.Admit(NAME, List.of(), Answer.OK.with(ECHO, challenge))
          : refuse(Answer.BAD_REQUEST, "its challenge is not of the usual form");
    }
    List<Subscription> kept;
    try {
      kept = subscriptions.of(SystemName.SMARTSHEET);
    } catch (RuntimeException e) {
      LOG.debug("The webhooks' secrets cannot be read", e);
      return refuse(Answer.STORE_AWAY, "the store is away");
    }
    byte[] claimed =
        knock
            .header(SIGNATURE)
            .orElse("")
            .toLowerCase(Locale.ROOT)
            .getBytes(StandardCharsets.US_ASCII);
    Subscription signer = null;
    for (Subscription each : kept) { // all, whoever it is of
      signer = signed(each, knock.body(), claimed) ? each : signer;
    }
    return signer == null ? refuseUnsigned(knock.body(), kept) : read(knock.body(), signer);
  }

  /** A forger's, or the store is older than the secret: that is looked after at leisure. */
  private Verdict refuseUnsigned(byte[] body, List<Subscription> kept) {
    try {
      String claimed = ObjectStream.JSON.readTree(body).path("webhookId").asText();
      kept.stream().map(Subscription::id).filter(claimed::equals).forEach(unfit::add);
    } catch (IOException e) {
      LOG.debug("An unsigned call is no JSON", e);
    }
    return refuse(Answer.UNAUTHORIZED, "its signature is of no webhook of the hub");
  }

  private boolean signed(Subscription by, byte[] body, byte[] claimed) {
    boolean old =
        by.before() != null && clock.instant().isBefore(by.renewedAt().plus(OLD_SECRET_GOOD_FOR));
    boolean now = MessageDigest.isEqual(signature(by.secret(), body), claimed);
    boolean before =
        MessageDigest.isEqual(signature(old ? by.before() : by.secret(), body), claimed);
    return now | before;
  }

  private static byte[] signature(String secret, byte[] body) {
    return HexFormat.of().formatHex(new Hmac(secret).of(body)).getBytes(StandardCharsets.US_ASCII);
  }

  private Verdict read(byte[] body, Subscription signer) {
    JsonNode callback;
    try {
      callback = ObjectStream.JSON.readTree(body);
    } catch (IOException e) {
      return refuse(Answer.BAD_REQUEST, "it is no JSON");
    }
    String nonce = callback.path("nonce").asText();
    if (!callback.path("webhookId").asText().equals(signer.id())
        || !NONCE.matcher(nonce).matches()) {
      return refuse(Answer.BAD_REQUEST, "it names no nonce, or another webhook");
    }
    boolean status = callback.hasNonNull("newWebhookStatus");
    if (status) {
      changed.set(true);
    }
    JsonNode events = callback.path("events");
    List<Hint> hints =
        status
            ? List.of(Hint.somewhereIn(signer.place()))
            : new ChangedRows(hubId, events).hints(signer.place());
    return new Verdict.Admit(source(signer.place()), List.of(new Notice(nonce, hints)));
  }

  private static Verdict refuse(Answer answer, String why) {
    return new Verdict.Refuse(answer, why);
  }
}
