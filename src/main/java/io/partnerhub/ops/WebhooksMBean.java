package io.partnerhub.ops;

import io.partnerhub.intake.WebhookControl;
import io.partnerhub.model.SystemName;
import io.partnerhub.ops.jmx.Caller;
import io.partnerhub.ops.jmx.Described;
import io.partnerhub.ops.jmx.Exposed;
import io.partnerhub.store.ConnectorActs;
import io.partnerhub.sync.Chooser;
import io.partnerhub.sync.ConnectorAct.Act;
import io.partnerhub.sync.system.SystemUnavailable;
import java.util.List;

/** {@code io.partnerhub:type=Webhooks}: how Smartsheet's webhooks stand, and their secrets. */
@Described(
    "How the webhooks stand by which Smartsheet calls the hub; renews their secrets, which is kept"
        + " with the caller's name among the acts of Connectors.")
public final class WebhooksMBean {

  /** The MBean's type in its name. */
  public static final String TYPE = "Webhooks";

  private final WebhookControl webhooks;
  private final ConnectorActs acts;

  public WebhooksMBean(WebhookControl webhooks, ConnectorActs acts) {
    this.webhooks = webhooks;
    this.acts = acts;
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
  public String rotate(@Described("Why; it is kept.") String reason) {
    return Refusals.told(() -> rotate(new Chooser(Caller.name(), reason)));
  }

  /** Kept before it is done: also of one that fails half way, some secrets are others. */
  private String rotate(Chooser by) {
    int all = webhooks.standings().size();
    if (all == 0) {
      throw new IllegalArgumentException(
          "There is no webhook: see smartsheet.webhooks and hub.public-url.");
    }
    acts.keep(SystemName.SMARTSHEET, Act.ROTATED, by, "the secrets of its webhooks: " + all);
    try {
      return "Webhooks that sign by another secret: " + webhooks.renewSecrets();
    } catch (SystemUnavailable e) {
      throw new IllegalArgumentException(
          "Not every secret was renewed: " + e.getMessage() + ". Try it again.", e);
    }
  }
}
