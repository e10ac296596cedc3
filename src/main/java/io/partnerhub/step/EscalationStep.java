package io.partnerhub.step;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.partnerhub.store.Alerts;
import io.partnerhub.store.Digest;
import io.partnerhub.store.Escalations;
import io.partnerhub.store.Message;
import io.partnerhub.store.SystemAlert;
import io.partnerhub.sync.ReasonClass;
import io.partnerhub.sync.system.SystemUnavailable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells people of dead letters, and of systems that are away: gives what the route sends, and keeps
 * what came of it.
 */
public final class EscalationStep {

  private static final Logger LOG = LoggerFactory.getLogger(EscalationStep.class);
  private static final int LONGEST_CAUSE = 300;

  private final Escalations escalations;
  private final Alerts alerts;
  private final Set<Digest.Way> ways;

  /**
   * @param ways those that are switched on
   */
  public EscalationStep(Escalations escalations, Alerts alerts, Set<Digest.Way> ways) {
    this.escalations = escalations;
    this.alerts = alerts;
    this.ways = ways;
  }

  /** The messages to send now; empty when there are none, or no way is switched on. */
  public List<Message> due() {
    return Stream.<Message>concat(alerts.due().stream(), escalations.due(ways).stream()).toList();
  }

  /**
   * Opens a message: its text becomes the body, the rest variables, which no endpoint sends along.
   */
  public void open(Exchange exchange) {
    Message message = exchange.getMessage().getBody(Message.class);
    exchange.setVariable("message", message);
    exchange.setVariable("way", message.way().name().toLowerCase(Locale.ROOT));
    exchange.setVariable("system", message.system());
    if (message instanceof Digest digest) {
      open(exchange, digest);
    } else if (message instanceof SystemAlert alert) {
      open(exchange, alert);
    }
  }

  private static void open(Exchange exchange, Digest digest) {
    exchange.setVariable("reason", digest.reason().word());
    exchange.setVariable("letters", digest.letters());
    exchange.setVariable("mender", digest.reason().mender().inWords());
    exchange.setVariable("account", digest.account());
    exchange.setVariable("mark", mark(digest));
    exchange.setVariable("attempt", digest.attempt());
    exchange.setVariable("subject", subject(digest));
    exchange.getMessage().setBody(text(digest));
  }

  private static void open(Exchange exchange, SystemAlert alert) {
    String event = alert.event().toLowerCase(Locale.ROOT);
    exchange.setVariable("reason", event);
    exchange.setVariable("letters", 0);
    exchange.setVariable("mender", ReasonClass.Mender.OPERATOR.inWords());
    exchange.setVariable("subject", "%s is %s".formatted(alert.system(), event));
    exchange
        .getMessage()
        .setBody(
            "%s is %s since %s: %s%nThe other systems go on. hub connector list shows how it stands.%n"
                .formatted(
                    alert.system(),
                    event,
                    alert.at().truncatedTo(ChronoUnit.SECONDS),
                    oneLine(alert.sentence())));
  }

  /** The same at each try and for no other message, also of a store that came later. */
  private static String mark(Digest digest) {
    return "[Partner Hub %d, %s]".formatted(digest.id(), digest.madeAt());
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
                    "- %s %s: %s\n"
                        .formatted(line.type(), oneLine(line.key()), oneLine(line.sentence())))
            .collect(Collectors.joining());
    int others = digest.letters() - digest.first().size();
    return subject(digest)
        + "\n\n"
        + lines
        + (others > 0 ? "- and %d more\n".formatted(others) : "")
        + "\nWho can put it right: %s. What was mended leaves the queue by itself.\n"
            .formatted(digest.reason().mender().inWords());
  }

  /** Without line breaks, controls, and what turns the direction of writing. */
  private static String oneLine(String text) {
    return text.replaceAll("[\\s\\p{Cntrl}\\u0080-\\u009f\\u2028-\\u202e\\u2066-\\u2069]+", " ");
  }

  /** The body as a chat takes it: {@code {"text": …}}. */
  public String chatMessage(String text) {
    return JsonNodeFactory.instance.objectNode().put("text", text).toString();
  }

  /** People were told. */
  public void sent(Exchange exchange) {
    escalations.sent(exchange.getVariable("message", Message.class));
  }

  /** People could not be told: that is tried again later, and shown until then. */
  public void failed(Exchange exchange) {
    Message message = exchange.getVariable("message", Message.class);
    String why = cause(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class));
    Instant again = escalations.failed(message, why);
    LOG.warn(
        "The {} \"{}\" could not be sent, and is tried again at {}: {}",
        message.way().name().toLowerCase(Locale.ROOT),
        exchange.getVariable("subject"),
        again,
        why);
  }

  /**
   * What failed at the bottom of it, and no more than that of a long answer; of a system that is
   * away, what its connector says.
   */
  private static String cause(Throwable thrown) {
    Throwable root = thrown;
    while (!(root instanceof SystemUnavailable)
        && root.getCause() != null
        && root.getCause() != root) {
      root = root.getCause();
    }
    String why =
        oneLine(root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage());
    return why.length() > LONGEST_CAUSE ? why.substring(0, LONGEST_CAUSE) + "…" : why;
  }
}
