package io.partnerhub.connector.smartsheet;

import io.partnerhub.connector.Http;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;

/** Camel's HTTP endpoint for Smartsheet; one in a Camel context. */
final class SmartsheetEndpoint {

  private static final String COMPONENT = "smartsheet-http";

  private SmartsheetEndpoint() {}

  static Endpoint in(CamelContext context, SmartsheetSettings settings) {
    if (context.hasComponent(COMPONENT) == null) {
      String authorization = "Bearer " + settings.token();
      context.addComponent(COMPONENT, Http.component(settings.timeout(), () -> authorization));
    }
    return Http.endpoint(context, COMPONENT, settings.baseUrl());
  }
}
