package io.partnerhub.ops;

import io.partnerhub.intake.WebhookControl;
import io.partnerhub.ops.jmx.Described;
import io.partnerhub.ops.jmx.Exposed;
import io.partnerhub.sync.SystemUnavailable;
import java.util.List;

/** {@code io.partnerhub:type=Webhooks}: how Smartsheet's webhooks stand, and their secrets. */
@Described("How the webhooks stand by which Smartsheet calls the hub; renews their secrets.")
public final class WebhooksMBean {

  /** The MBean's type in its name. */
  public static final String TYPE = "Webhooks";

  private final WebhookControl webhooks;

  public WebhooksMBean(WebhookControl webhooks) {
    this.webhooks = webhooks;
  }

  @Exposed(Exposed.As.ATTRIBUTE)
  @Described("Each webhook: its sheet, id, status, and since when it has its secret.")
  public List<WebhookRow> webhooks() {
    return webhooks.standings().stream().map(WebhookRow::of).toList();
  }

  @Exposed(Exposed.As.ACTION)
  @Described(
      "Has every webhook sign by another secret. The last one stays good for ten minutes, so that"
          + " nothing under way is lost.")
  public String rotate() {
    try {
      int renewed = webhooks.renewSecrets();
      return renewed == 0
          ? "There is no webhook: see smartsheet.webhooks and hub.public-url."
          : "Webhooks that sign by another secret: " + renewed;
    } catch (SystemUnavailable e) {
      throw new IllegalArgumentException(
          "Not every secret was renewed: " + e.getMessage() + ". Try it again.", e);
    }
  }
}
