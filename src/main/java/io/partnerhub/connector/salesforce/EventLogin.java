package io.partnerhub.connector.salesforce;

import io.partnerhub.connector.salesforce.event.Signed;
import java.util.function.Supplier;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.component.salesforce.internal.SalesforceSession;

/** Signs in for change events, by the session that all calls share. */
final class EventLogin {

  private final Supplier<SalesforceSession> shared;
  private String token;
  private boolean over;

  /**
   * @param shared gives the session once the component that has it was started
   */
  EventLogin(Supplier<SalesforceSession> shared) {
    this.shared = shared;
  }

  /**
   * Who the hub is; logs in where it is not.
   *
   * @throws IllegalStateException when Salesforce is away or does not let the hub in
   */
  synchronized Signed signed() {
    SalesforceSession session = shared.get();
    try {
      if (session.getAccessToken() == null || over) {
        session.login(over ? token : null);
      }
    } catch (SalesforceException | RuntimeException e) {
      throw new IllegalStateException("the hub cannot log in to Salesforce", e);
    }
    over = false;
    token = session.getAccessToken();
    return new Signed(token, session.getInstanceUrl(), session.getOrgId());
  }

  /** The session that was signed with is over. */
  synchronized void isOver() {
    over = true;
  }
}
