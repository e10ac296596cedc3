package io.partnerhub.connector.salesforce;

import java.util.HashMap;
import java.util.Map;
import org.apache.camel.component.salesforce.SalesforceComponent;
import org.apache.camel.component.salesforce.SalesforceLoginConfig;

/** Makes Camel's Salesforce component with settings under which nothing is lost or done twice. */
public final class SalesforceComponents {

  /** A page of 2,000 wide records has more than the component's default of 4 MB. */
  static final int MAX_ANSWER_BYTES = 64 * 1024 * 1024;

  /** The component's buffer of 8 KB is too small for the longest URI that Salesforce takes. */
  static final int REQUEST_BUFFER_BYTES = 32 * 1024;

  private static final long CONNECT_MILLIS = 10_000;

  private SalesforceComponents() {}

  /**
   * A component to be added to a context as {@code salesforce}. It logs in with the first call, so
   * that the context starts while Salesforce is down.
   */
  public static SalesforceComponent create(SalesforceSettings settings) {
    SalesforceComponent component = new SalesforceComponent();
    component.setLoginConfig(login(settings.login()));
    component.setHttpMaxContentLength(MAX_ANSWER_BYTES);
    component.setHttpRequestBufferSize(REQUEST_BUFFER_BYTES);
    component.setHttpClientConnectionTimeout(CONNECT_MILLIS);
    component.setHttpRequestTimeout(settings.requestTimeout().toMillis());
    component.setHttpClientIdleTimeout(settings.requestTimeout().toMillis());
    component.setHttpClientProperties(httpClient());
    return component;
  }

  private static Map<String, Object> httpClient() {
    Map<String, Object> properties = new HashMap<>();
    // One login after a 401; the component's default logs in and sends again twice.
    properties.put("maxRetries", 1);
    // A redirect would carry the token to another host and could send a write again.
    properties.put("followRedirects", false);
    return properties;
  }

  private static SalesforceLoginConfig login(SalesforceSettings.Login login) {
    SalesforceLoginConfig config = new SalesforceLoginConfig();
    config.setLazyLogin(true);
    config.setLoginUrl(login.url());
    config.setClientId(login.clientId());
    login.applyTo(config);
    return config;
  }
}
