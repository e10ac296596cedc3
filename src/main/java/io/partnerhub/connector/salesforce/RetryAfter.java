package io.partnerhub.connector.salesforce;

import io.partnerhub.connector.Http;
import io.partnerhub.connector.Pace;
import java.time.Duration;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Response;

/**
 * Leaves Salesforce alone for as long as an answer asks. Camel's component hands on no header but
 * those that begin with Sforce, so that this one is read where the answer comes in.
 */
final class RetryAfter implements Request.Listener {

  private static final int TOO_MANY_REQUESTS = 429;
  private static final int UNAVAILABLE = 503;

  private final Pace pace;

  RetryAfter(Pace pace) {
    this.pace = pace;
  }

  @Override
  public void onQueued(Request request) {
    request.onResponseHeaders(this::read);
  }

  private void read(Response answer) {
    if (answer.getStatus() == TOO_MANY_REQUESTS || answer.getStatus() == UNAVAILABLE) {
      Duration pause = Http.pause(answer.getHeaders().get("Retry-After"), null);
      if (pause != null) {
        pace.pause(pause);
      }
    }
  }
}
