package io.partnerhub.step;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.partnerhub.store.Digest;
import io.partnerhub.store.Escalations;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells people of dead letters: gives what the route sends, and keeps what came of it. */
public final class EscalationStep {

  private static final Logger LOG = LoggerFactory.getLogger(EscalationStep.class);
  private static final int LONGEST_CAUSE = 300;

  private final Escalations escalations;
  private final Set<Digest.Way> ways;

  /**
   * @param ways those that are switched on
   */
  public EscalationStep(Escalations escalations, Set<Digest.Way> ways) {
    this.escalations = escalations;
    this.ways = ways;
  }

  /** The messages to send now; empty when there are none, or no way is switched on. */
  public List<Digest> due() {
    return escalations.due(ways);
  }

  /**
   * Opens a message: its text becomes the body, the rest variables, which no endpoint sends along.
   */
  public void open(Exchange exchange) {
    Digest digest = exchange.getMessage().getBody(Digest.class);
    exchange.setVariable("digest", digest);
    exchange.setVariable("way", digest.way().name().toLowerCase(Locale.ROOT));
    exchange.setVariable("reason", digest.reason().word());
    exchange.setVariable("system", digest.system());
    exchange.setVariable("letters", digest.letters());
    exchange.setVariable("mender", digest.reason().mender().inWords());
    exchange.setVariable("account", digest.account());
    exchange.setVariable("subject", subject(digest));
    exchange.getMessage().setBody(text(digest));
  }

  private static String subject(Digest digest) {
    return "%d %s to %s: %s"
        .formatted(
            digest.letters(),
            digest.letters() == 1 ? "write could not be made" : "writes could not be made",
            digest.system(),
            digest.reason().word());
  }

  private static String text(Digest digest) {
    String lines =
        digest.first().stream()
            .map(
                line ->
                    "- %s %s: %s\n".formatted(line.type(), line.key(), oneLine(line.sentence())))
            .collect(Collectors.joining());
    int others = digest.letters() - digest.first().size();
    return subject(digest)
        + "\n\n"
        + lines
        + (others > 0 ? "- and %d more\n".formatted(others) : "")
        + "\nWho can put it right: %s. What was mended leaves the queue by itself.\n"
            .formatted(digest.reason().mender().inWords());
  }

  private static String oneLine(String sentence) {
    return sentence.replaceAll("[\\s\\p{Cntrl}]+", " ");
  }

  /** The body as a chat takes it: {@code {"text": …}}. */
  public String chatMessage(String text) {
    return JsonNodeFactory.instance.objectNode().put("text", text).toString();
  }

  /** People were told. */
  public void sent(Exchange exchange) {
    escalations.sent(exchange.getVariable("digest", Digest.class));
  }

  /** People could not be told: that is tried again later, and shown until then. */
  public void failed(Exchange exchange) {
    Digest digest = exchange.getVariable("digest", Digest.class);
    String why = cause(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class));
    Instant again = escalations.failed(digest, why);
    LOG.warn(
        "The {} about {} dead letters ({}, {}) could not be sent, and is tried again at {}: {}",
        digest.way().name().toLowerCase(Locale.ROOT),
        digest.letters(),
        digest.system(),
        digest.reason().word(),
        again,
        why);
  }

  /** What failed at the bottom of it, and no more than that of a long answer. */
  private static String cause(Throwable thrown) {
    Throwable root = thrown;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    String why =
        oneLine(root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage());
    return why.length() > LONGEST_CAUSE ? why.substring(0, LONGEST_CAUSE) + "…" : why;
  }
}
