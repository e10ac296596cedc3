package io.partnerhub.sandbox.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnerhub.sandbox.salesforce.pubsub.PubSubServer;
import io.partnerhub.sandbox.sim.Operation;
import io.partnerhub.sandbox.sim.SimulatorServer;
import java.io.InputStream;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.salesforce.AuthenticationType;
import org.apache.camel.component.salesforce.PubSubApiConsumer;
import org.apache.camel.component.salesforce.SalesforceComponent;
import org.apache.camel.component.salesforce.SalesforceEndpointConfig;
import org.apache.camel.component.salesforce.SalesforceLoginConfig;
import org.apache.camel.component.salesforce.api.NoSuchSObjectException;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.component.salesforce.api.dto.Limits;
import org.apache.camel.component.salesforce.api.dto.SObjectDescription;
import org.apache.camel.component.salesforce.api.dto.UpsertSObjectResult;
import org.apache.camel.component.salesforce.api.dto.Version;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The simulator answers a client that was written for the real service. */
class CamelSalesforceTest {

  private final SalesforceService service =
      new SalesforceService(OrgSettings.sandbox(), Clock.systemUTC());
  private final SimulatorServer server = SimulatorServer.start(service, 0);
  private final DefaultCamelContext camel = new DefaultCamelContext();
  private ProducerTemplate template;

  @BeforeEach
  void start() {
    SalesforceComponent salesforce = new SalesforceComponent();
    salesforce.setLoginConfig(login());
    SalesforceEndpointConfig config = new SalesforceEndpointConfig();
    config.setApiVersion("60.0");
    salesforce.setConfig(config);
    camel.addComponent("salesforce", salesforce);
    camel.start();
    template = camel.createProducerTemplate();
  }

  private SalesforceLoginConfig login() {
    SalesforceLoginConfig login = new SalesforceLoginConfig();
    login.setType(AuthenticationType.CLIENT_CREDENTIALS);
    login.setLoginUrl(server.baseUrl());
    login.setClientId("partner-hub");
    login.setClientSecret("sandbox-secret");
    return login;
  }

  @AfterEach
  void stop() {
    camel.stop();
    server.close();
  }

  private JsonNode raw(String uri, Object body, String... headers) throws Exception {
    Map<String, Object> map = new HashMap<>();
    for (int i = 0; i < headers.length; i += 2) {
      map.put(headers[i], headers[i + 1]);
    }
    Object answer = template.requestBodyAndHeaders("salesforce:" + uri, body, map);
    return Wire.MAPPER.readTree((InputStream) answer);
  }

  private String partner(String code) {
    return service.org().create("Account", Map.of("Name", code, "Partner_Code__c", code));
  }

  @Test
  void it_queries_page_by_page() throws Exception {
    IntStream.range(0, 5).forEach(i -> partner("P" + i));
    service.org().pageSize(2);

    JsonNode first =
        raw("query?rawPayload=true&sObjectQuery=SELECT Id, Name FROM Account ORDER BY Name", null);
    JsonNode second = raw("queryMore?rawPayload=true", first.path("nextRecordsUrl").asText());

    assertThat(first.path("totalSize").asInt()).isEqualTo(5);
    assertThat(second.path("records").findValuesAsText("Name")).containsExactly("P2", "P3");
  }

  @Test
  void it_queries_deleted_rows() throws Exception {
    partner("P1");
    service.org().delete("Account", "P1");

    JsonNode all =
        raw("queryAll?rawPayload=true&sObjectQuery=SELECT Id, IsDeleted FROM Account", null);

    assertThat(all.path("records").path(0).path("IsDeleted").asBoolean()).isTrue();
  }

  @Test
  void it_creates_reads_changes_and_deletes_a_record() throws Exception {
    JsonNode created =
        raw(
            "createSObject?rawPayload=true&sObjectName=Account",
            "{\"Name\":\"Alfreds\",\"Partner_Code__c\":\"ALFKI\"}");
    String id = created.path("id").asText();

    template.requestBodyAndHeader(
        "salesforce:updateSObject?rawPayload=true&sObjectName=Account",
        "{\"Phone\":\"030-0074321\"}",
        "sObjectId",
        id);
    JsonNode read = raw("getSObject?rawPayload=true&sObjectName=Account&sObjectFields=Phone", id);
    template.requestBody("salesforce:deleteSObject?rawPayload=true&sObjectName=Account", id);

    assertThat(read.path("Phone").asText()).isEqualTo("030-0074321");
    assertThat(service.org().record("Account", id).orElseThrow().path("IsDeleted").asBoolean())
        .isTrue();
  }

  @Test
  void it_upserts_by_external_id() throws Exception {
    String uri = "upsertSObject?rawPayload=true&sObjectName=Account&sObjectIdName=Partner_Code__c";

    JsonNode created = raw(uri, "{\"Name\":\"Alfreds\"}", "sObjectIdValue", "ALFKI");
    JsonNode updated = raw(uri, "{\"Name\":\"Alfreds F\"}", "sObjectIdValue", "alfki");

    assertThat(created.path("created").asBoolean()).isTrue();
    assertThat(updated.path("created").asBoolean()).isFalse();
    assertThat(updated.path("id")).isEqualTo(created.path("id"));
  }

  @Test
  void it_reads_by_external_id() throws Exception {
    partner("ALFKI");

    JsonNode read =
        raw(
            "getSObjectWithId?rawPayload=true&sObjectName=Account&sObjectIdName=Partner_Code__c",
            "ALFKI");

    assertThat(read.path("Name").asText()).isEqualTo("ALFKI");
  }

  @Test
  void it_tells_a_missing_record_by_its_own_exception() {
    assertThatThrownBy(
            () -> raw("getSObject?rawPayload=true&sObjectName=Account", "001gL0000000000QAA"))
        .isInstanceOf(CamelExecutionException.class)
        .hasCauseInstanceOf(NoSuchSObjectException.class);
  }

  @Test
  void it_reads_the_error_code_of_a_refused_row() {
    assertThatThrownBy(
            () -> raw("createSObject?rawPayload=true&sObjectName=Account", "{\"Phone\":\"1\"}"))
        .cause()
        .isInstanceOfSatisfying(
            SalesforceException.class,
            e -> {
              assertThat(e.getStatusCode()).isEqualTo(400);
              assertThat(e.getErrors().get(0).getErrorCode()).isEqualTo("REQUIRED_FIELD_MISSING");
              assertThat(e.getErrors().get(0).getFields()).containsExactly("Name");
            });
  }

  @Test
  void it_upserts_a_collection_of_maps() {
    Object answer =
        template.requestBody(
            "salesforce:compositeUpsertSObjectCollections?sObjectName=Account"
                + "&sObjectIdName=Partner_Code__c",
            List.of(row("P1", "One"), row("P2", "x".repeat(256))));

    List<?> results = (List<?>) answer;
    assertThat(results)
        .extracting(r -> ((UpsertSObjectResult) r).getSuccess())
        .containsExactly(true, false);
    assertThat(((UpsertSObjectResult) results.get(1)).getErrors().get(0).getErrorCode())
        .isEqualTo("STRING_TOO_LONG");
    assertThat(service.org().records("Account")).hasSize(1);
  }

  private static Map<String, Object> row(String code, String name) {
    return Map.of("attributes", Map.of("type", "Account"), "Partner_Code__c", code, "Name", name);
  }

  @Test
  void it_runs_a_composite_of_collections() throws Exception {
    String id = partner("P1");
    String body =
        """
        {"allOrNone":false,"compositeRequest":[
          {"method":"PATCH","url":"/services/data/v60.0/composite/sobjects","referenceId":"u",
           "body":{"records":[{"attributes":{"type":"Account"},"id":"%s","Phone":"1"}]}},
          {"method":"POST","url":"/services/data/v60.0/composite/sobjects/Account","referenceId":"r",
           "body":{"ids":["%s"],"fields":["Phone"]}}]}"""
            .formatted(id, id);

    JsonNode answer = raw("composite?rawPayload=true", body).path("compositeResponse");

    assertThat(answer.path(0).path("body").path(0).path("success").asBoolean()).isTrue();
    assertThat(answer.path(1).path("body").path(0).path("Phone").asText()).isEqualTo("1");
  }

  @Test
  void it_reaches_the_rest_by_raw_calls() throws Exception {
    String id = partner("P1");
    String body = "{\"ids\":[\"" + id + "\",\"001gL0000000000QAA\"],\"fields\":[\"Name\"]}";

    JsonNode rows =
        raw(
            "raw?format=JSON&rawMethod=POST&rawPath=/services/data/v60.0/composite/sobjects/Account",
            body);

    assertThat(rows.path(0).path("Name").asText()).isEqualTo("P1");
    assertThat(rows.path(1).isNull()).isTrue();
  }

  @Test
  void it_parses_describe_limits_and_versions_into_its_own_types() {
    SObjectDescription account =
        template.requestBody(
            "salesforce:getDescription?sObjectName=Account", null, SObjectDescription.class);
    Limits limits = template.requestBody("salesforce:limits", null, Limits.class);
    List<?> versions = template.requestBody("salesforce:getVersions", null, List.class);

    assertThat(account.getFields())
        .filteredOn(f -> f.getName().equals("Partner_Code__c"))
        .singleElement()
        .satisfies(
            f -> {
              assertThat(f.isExternalId()).isTrue();
              assertThat(f.isUnique()).isTrue();
              assertThat(f.getLength()).isEqualTo(20);
            });
    assertThat(limits.getDailyApiRequests().getMax()).isEqualTo(100_000);
    assertThat(versions).first().isInstanceOf(Version.class);
  }

  @Test
  void it_sees_the_api_usage_in_a_header() {
    Exchange answer =
        template.request(
            "salesforce:query?rawPayload=true&sObjectQuery=SELECT Id FROM Account", e -> {});

    assertThat(answer.getMessage().getHeader("Sforce-Limit-Info", String.class))
        .matches("api-usage=\\d+/100000");
  }

  @Test
  void it_signs_in_again_by_itself_when_the_token_has_expired() throws Exception {
    raw("query?rawPayload=true&sObjectQuery=SELECT Id FROM Account", null);
    service.org().expireTokens();

    JsonNode answer = raw("query?rawPayload=true&sObjectQuery=SELECT Id FROM Account", null);

    assertThat(answer.path("done").asBoolean()).isTrue();
    assertThat(server.counters().snapshot().of(Operation.LOGIN)).isEqualTo(2);
  }

  @Test
  void it_subscribes_to_change_events() throws Exception {
    String id = partner("P1");
    try (PubSubServer pubSub = service.servePubSub(0)) {
      SalesforceComponent salesforce = camel.getComponent("salesforce", SalesforceComponent.class);
      salesforce.setPubSubHost("127.0.0.1");
      salesforce.setPubSubPort(pubSub.port());
      BlockingQueue<Exchange> events = new LinkedBlockingQueue<>();
      camel.addRoutes(
          new RouteBuilder() {
            @Override
            public void configure() {
              from("salesforce:pubSubSubscribe:/data/ChangeEvents?pubSubDeserializeType=JSON"
                      + "&replayPreset=EARLIEST&consumerWorkerPoolEnabled=false")
                  .routeId("events")
                  .autoStartup(false)
                  .process(events::add);
            }
          });
      ((PubSubApiConsumer) camel.getRoute("events").getConsumer()).setUsePlainTextConnection(true);
      camel.getRouteController().startRoute("events");

      Exchange event = events.poll(60, TimeUnit.SECONDS);

      JsonNode json = Wire.MAPPER.readTree(event.getMessage().getBody(String.class));
      assertThat(json.path("ChangeEventHeader").path("recordIds").path(0).asText()).isEqualTo(id);
      assertThat(json.path("Name").asText()).isEqualTo("P1");
      assertThat(event.getMessage().getHeader("CamelSalesforcePubSubReplayId")).isNotNull();
      camel.getRouteController().stopRoute("events");
    }
  }
}
