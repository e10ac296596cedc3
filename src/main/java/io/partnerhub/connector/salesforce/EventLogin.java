package io.partnerhub.connector.salesforce;

import io.partnerhub.connector.salesforce.event.Signed;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.component.salesforce.internal.SalesforceSession;

/** Signs in for change events, by the session that all calls share. */
final class EventLogin {

  private final SalesforceSession session;
  private String token;
  private boolean over;

  EventLogin(SalesforceSession session) {
    this.session = session;
  }

  /**
   * Who the hub is; logs in where it is not.
   *
   * @throws IllegalStateException when Salesforce is away or does not let the hub in
   */
  synchronized Signed signed() {
    try {
      if (session.getAccessToken() == null || over) {
        session.login(over ? token : null);
      }
    } catch (SalesforceException | RuntimeException e) {
      throw new IllegalStateException("the hub cannot log in to Salesforce");
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
