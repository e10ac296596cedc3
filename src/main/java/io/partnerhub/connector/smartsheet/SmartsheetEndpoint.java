package io.partnerhub.connector.smartsheet;

import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.component.http.HttpComponent;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.util.Timeout;

/**
 * Camel's HTTP endpoint for Smartsheet, with the defaults that lose data turned off; one in a Camel
 * context.
 */
final class SmartsheetEndpoint {

  private static final String COMPONENT = "smartsheet-http";
  private static final int CONNECTIONS = 4;
  private static final Timeout CONNECT = Timeout.ofSeconds(10);

  private SmartsheetEndpoint() {}

  static Endpoint in(CamelContext context, SmartsheetSettings settings) {
    if (context.hasComponent(COMPONENT) == null) {
      context.addComponent(COMPONENT, component(settings));
    }
    return context.getEndpoint(
        COMPONENT
            + "://"
            + settings.baseUrl()
            + "?throwExceptionOnFailure=false&disableStreamCache=true&followRedirects=false");
  }

  private static HttpComponent component(SmartsheetSettings settings) {
    Timeout silence = Timeout.of(settings.timeout());
    String authorization = "Bearer " + settings.token();
    HttpComponent http = new HttpComponent();
    http.setAutomaticRetriesDisabled(true); // it would repeat a POST whose answer was 503
    http.setRedirectHandlingDisabled(true);
    http.setCookieManagementDisabled(true);
    http.setMaxTotalConnections(CONNECTIONS);
    http.setConnectionsPerRoute(CONNECTIONS);
    http.setConnectTimeout(CONNECT.toMilliseconds());
    http.setConnectionRequestTimeout(silence.toMilliseconds());
    http.setSoTimeout(silence.toMilliseconds());
    http.setResponseTimeout(silence.toMilliseconds());
    // set below Camel, so that no message, trace or JMX view of it holds the token
    http.setHttpClientConfigurer(
        client ->
            client.addRequestInterceptorLast(
                (request, entity, call) ->
                    request.setHeader(HttpHeaders.AUTHORIZATION, authorization)));
    return http;
  }
}
