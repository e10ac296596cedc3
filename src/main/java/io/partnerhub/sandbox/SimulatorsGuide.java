package io.partnerhub.sandbox;

import io.partnerhub.sandbox.fulfillment.ClientSettings;
import io.partnerhub.sandbox.salesforce.OrgSettings;
import java.util.Map;
import java.util.stream.Collectors;

/** What a person needs to know to use running simulators. */
final class SimulatorsGuide {

  private static final String TEXT =
      """
      Salesforce  {sf}  {partners} partners
      Smartsheet  {ss}/2.0  a tracker for each type, empty
      Fulfillment {ff}  no orders

      A hub's configuration for them:
        salesforce.login-url={sf}
        salesforce.auth=client-credentials
        salesforce.client-id={clientId}
        salesforce.client-secret={clientSecret}
        salesforce.pubsub.server=127.0.0.1:{pubSub}
        smartsheet.base-url={ss}/2.0
        smartsheet.token={token}
      {sheets}  fulfillment.base-url={ff}
        fulfillment.token={fulfillmentToken}

      Read a sheet:
        curl -H 'Authorization: Bearer {token}' {ss}/2.0/sheets/{sheet}
      Sign in to Salesforce:
        curl {sf}/services/oauth2/token -d grant_type=client_credentials -d client_id={clientId} -d client_secret={clientSecret}
      Make an order in the warehouse, and ship it:
        curl {fs}/__sim/create -d '{"type": "orders", "fields": {"orderNumber": "10248", "partnerCode": "P000001", "status": "ready"}}'
        curl {fs}/__sim/advance -d '{"order": "10248", "to": "shipped"}'
        curl -H 'Authorization: Bearer {fulfillmentToken}' {ff}/orders
      Edit a record as a person would:
        curl {sf}/__sim/edit -d '{"key": "P000001", "fields": {"Phone": "+49 30 5550 123"}}'
      End the streams of change events, or have the next one come as a gap:
        curl -X POST {sf}/__sim/pubsub/end
        curl {sf}/__sim/pubsub/replace -d '{"by": "gap", "events": 1}'
      Send Outbound Messages of what is changed in Salesforce, or no more of them:
        curl {sf}/__sim/outbound-messages -d '{"url": "http://127.0.0.1:8080/in/salesforce/..."}'
        curl -X DELETE {sf}/__sim/outbound-messages
      Count the calls made so far:
        curl {sf}/__sim/counters
        curl {ss}/__sim/counters
        curl {fs}/__sim/counters

      Ctrl-C stops them.
      """;

  private SimulatorsGuide() {}

  /** Ends with a line break. The credentials are the sandbox's own and open nothing else. */
  static String text(Simulators simulators, int partners, Map<String, Long> sheets) {
    OrgSettings org = OrgSettings.sandbox();
    return TEXT.replace("{sf}", simulators.salesforceServer().baseUrl())
        .replace("{pubSub}", Integer.toString(simulators.pubSubPort()))
        .replace("{ss}", simulators.smartsheetServer().baseUrl())
        .replace("{fs}", simulators.fulfillmentServer().baseUrl())
        .replace("{ff}", simulators.fulfillmentUrl())
        .replace("{fulfillmentToken}", ClientSettings.sandbox().token())
        .replace("{partners}", Integer.toString(partners))
        .replace("{sheets}", keys(sheets))
        .replace("{sheet}", Long.toString(sheets.get("partner")))
        .replace("{clientId}", org.clientId())
        .replace("{clientSecret}", org.clientSecret())
        .replace("{token}", Simulators.SMARTSHEET_TOKEN);
  }

  private static String keys(Map<String, Long> sheets) {
    return sheets.entrySet().stream()
        .map(sheet -> "  smartsheet.sheet.%s=%d\n".formatted(sheet.getKey(), sheet.getValue()))
        .collect(Collectors.joining());
  }
}
