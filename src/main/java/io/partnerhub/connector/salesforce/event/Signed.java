package io.partnerhub.connector.salesforce.event;

import io.grpc.CallCredentials;
import io.grpc.Metadata;
import java.util.concurrent.Executor;

/**
 * Who calls, as the Pub/Sub API wants it told with each call.
 *
 * @param tenantId the org's 18-character id
 */
public record Signed(String accessToken, String instanceUrl, String tenantId) {

  private static final Metadata.Key<String> TOKEN = key("accesstoken");
  private static final Metadata.Key<String> INSTANCE = key("instanceurl");
  private static final Metadata.Key<String> TENANT = key("tenantid");

  CallCredentials credentials() {
    Metadata metadata = new Metadata();
    metadata.put(TOKEN, accessToken);
    metadata.put(INSTANCE, instanceUrl);
    metadata.put(TENANT, tenantId);
    return new CallCredentials() {
      @Override
      public void applyRequestMetadata(RequestInfo info, Executor executor, MetadataApplier to) {
        to.apply(metadata);
      }
    };
  }

  private static Metadata.Key<String> key(String name) {
    return Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
  }

  /** Without the token. */
  @Override
  public String toString() {
    return "Signed[" + instanceUrl + ", " + tenantId + "]";
  }
}
