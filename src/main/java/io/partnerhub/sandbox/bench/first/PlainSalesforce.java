package io.partnerhub.sandbox.bench.first;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.partnerhub.sandbox.bench.world.Parts;
import io.partnerhub.sandbox.salesforce.OrgSettings;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;

/** Salesforce's bulk calls by a plain client. */
final class PlainSalesforce {

  private static final String DATA = "/services/data/v62.0/";
  private static final int IDS_A_CALL = 2_000;
  private static final int RECORDS_A_CALL = 1_000;
  private static final int RECORDS_A_COLLECTION = 200;

  private final PlainClient client;
  private final Collection<String> fields;

  private PlainSalesforce(PlainClient client, Collection<String> fields) {
    this.client = client;
    this.fields = fields;
  }

  /** What becomes of a page of records. */
  interface EachPage {
    void take(JsonNode records) throws IOException, InterruptedException;
  }

  static PlainSalesforce signIn(String baseUrl, Collection<String> fields)
      throws IOException, InterruptedException {
    OrgSettings org = OrgSettings.sandbox();
    String form =
        "grant_type=client_credentials&client_id=%s&client_secret=%s"
            .formatted(org.clientId(), org.clientSecret());
    JsonNode session =
        new PlainClient(baseUrl, "")
            .send(
                "POST",
                "/services/oauth2/token",
                "application/x-www-form-urlencoded",
                BodyPublishers.ofString(form));
    return new PlainSalesforce(
        new PlainClient(baseUrl, session.path("access_token").asText()), fields);
  }

  /** Accounts of a query, a page at a time. */
  void read(String condition, EachPage each) throws IOException, InterruptedException {
    String soql =
        "SELECT Id,SystemModstamp,"
            + String.join(",", fields)
            + " FROM Account"
            + condition
            + " ORDER BY SystemModstamp,Id";
    String path = DATA + "query?q=" + URLEncoder.encode(soql, StandardCharsets.UTF_8);
    while (path != null) {
      JsonNode answer = client.get(path);
      each.take(answer.path("records"));
      path = answer.path("nextRecordsUrl").asText(null);
    }
  }

  void readByIds(List<String> ids) throws IOException, InterruptedException {
    for (List<String> some : Parts.of(ids, IDS_A_CALL)) {
      ObjectNode body = PlainClient.JSON.createObjectNode();
      some.forEach(body.putArray("ids")::add);
      fields.forEach(body.putArray("fields")::add);
      client.send("POST", DATA + "composite/sobjects/Account", body);
    }
  }

  /** Records with their ids. */
  void update(List<ObjectNode> records) throws IOException, InterruptedException {
    for (List<ObjectNode> some : Parts.of(records, RECORDS_A_CALL)) {
      ObjectNode body = PlainClient.JSON.createObjectNode().put("allOrNone", false);
      ArrayNode requests = body.putArray("compositeRequest");
      for (List<ObjectNode> collection : Parts.of(some, RECORDS_A_COLLECTION)) {
        ObjectNode request =
            requests
                .addObject()
                .put("method", "PATCH")
                .put("url", DATA + "composite/sobjects")
                .put("referenceId", "part" + requests.size());
        request.putObject("body").put("allOrNone", false).putArray("records").addAll(collection);
      }
      client.send("POST", DATA + "composite", body);
    }
  }
}
