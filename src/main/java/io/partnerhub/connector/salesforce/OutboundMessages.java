package io.partnerhub.connector.salesforce;

import io.partnerhub.intake.Answer;
import io.partnerhub.intake.Doorkeeper;
import io.partnerhub.intake.Knock;
import io.partnerhub.intake.Terms;
import io.partnerhub.intake.Verdict;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.system.Hint;
import io.partnerhub.sync.system.Notice;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes Outbound Messages: up to 100 notifications a message, which Salesforce repeats for 24 hours
 * until all of them are acknowledged together, at times also after that (SOAP API Developer Guide,
 * Understanding Notifications). They are not signed: who knows the path may send them, so that
 * nothing in them but ids is used.
 */
final class OutboundMessages implements Doorkeeper {

  private static final String SOURCE = "salesforce/OutboundMessages";
  private static final Answer ACKNOWLEDGED =
      new Answer(
          200,
          Map.of(),
          "text/xml; charset=utf-8",
          "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
              + "<soapenv:Envelope xmlns:soapenv=\"http://schemas.xmlsoap.org/soap/envelope/\">"
              + "<soapenv:Body>"
              + "<notificationsResponse xmlns=\"http://soap.sforce.com/2005/09/outbound\">"
              + "<Ack>true</Ack></notificationsResponse></soapenv:Body></soapenv:Envelope>");

  /** Before the first login nobody knows whose messages are right: it comes again. */
  private static final Answer LATER = Answer.status(503);

  private final HubUser hubUser;

  OutboundMessages(HubUser hubUser) {
    this.hubUser = hubUser;
  }

  @Override
  public SystemName system() {
    return SystemName.SALESFORCE;
  }

  @Override
  public String name() {
    return "salesforce";
  }

  @Override
  public Terms terms() {
    return new Terms(Set.of("text/xml"), Set.of());
  }

  @Override
  public Verdict judge(Knock knock) {
    OutboundMessage message;
    try {
      message = OutboundMessage.read(knock.body());
    } catch (IllegalArgumentException e) {
      return new Verdict.Refuse(Answer.BAD_REQUEST, e.getMessage());
    }
    if (hubUser.org().isEmpty()) {
      return new Verdict.Refuse(LATER, "the hub is not logged in at Salesforce yet");
    }
    if (!hubUser.org().get().equals(message.org())) {
      return new Verdict.Refuse(Answer.status(403), "it is of another org");
    }
    List<Notice> notices =
        message.notifications().stream()
            .map(n -> new Notice(n.id(), List.of(Hint.of(n.object(), n.record()))))
            .toList();
    return new Verdict.Admit(SOURCE, notices, ACKNOWLEDGED);
  }
}
