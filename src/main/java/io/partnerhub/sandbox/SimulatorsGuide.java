package io.partnerhub.sandbox;

import io.partnerhub.sandbox.salesforce.OrgSettings;

/** What a person needs to know to use running simulators. */
final class SimulatorsGuide {

  private static final String TEXT =
      """
      Salesforce  {sf}  {partners} partners
      Smartsheet  {ss}/2.0  sheet {sheet}, empty

      A hub's configuration for them:
        salesforce.login-url={sf}
        salesforce.auth=client-credentials
        salesforce.client-id={clientId}
        salesforce.client-secret={clientSecret}
        smartsheet.base-url={ss}/2.0
        smartsheet.token={token}
        smartsheet.sheet.partner={sheet}

      Read the sheet:
        curl -H 'Authorization: Bearer {token}' {ss}/2.0/sheets/{sheet}
      Sign in to Salesforce:
        curl {sf}/services/oauth2/token -d grant_type=client_credentials -d client_id={clientId} -d client_secret={clientSecret}
      Edit a record as a person would:
        curl {sf}/__sim/edit -d '{"key": "P000001", "fields": {"Phone": "+49 30 123456"}}'
      Count the calls made so far:
        curl {sf}/__sim/counters
        curl {ss}/__sim/counters

      Ctrl-C stops both.
      """;

  private SimulatorsGuide() {}

  /** Ends with a line break. The credentials are the sandbox's own and open nothing else. */
  static String text(Simulators simulators, int partners, long sheet) {
    OrgSettings org = OrgSettings.sandbox();
    return TEXT.replace("{sf}", simulators.salesforceServer().baseUrl())
        .replace("{ss}", simulators.smartsheetServer().baseUrl())
        .replace("{partners}", Integer.toString(partners))
        .replace("{sheet}", Long.toString(sheet))
        .replace("{clientId}", org.clientId())
        .replace("{clientSecret}", org.clientSecret())
        .replace("{token}", Simulators.SMARTSHEET_TOKEN);
  }
}
