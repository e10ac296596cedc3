package io.partnerhub.connector.salesforce;

import io.partnerhub.connector.salesforce.OutboundMessage.Notification;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads one Outbound Message from a stream, and nothing of it but what the hub uses. */
final class OutboundReading {

  private static final String OUTBOUND = "http://soap.sforce.com/2005/09/outbound";
  private static final String INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";
  private static final int DEEPEST = 12;
  private static final int MOST = 100;
  private static final Pattern OBJECT = Pattern.compile("(?:[\\w.-]+:)?([A-Za-z]\\w{0,79})");

  private final XMLStreamReader xml;
  private final Deque<String> path = new ArrayDeque<>();
  private final List<Notification> notifications = new ArrayList<>();
  private String org;
  private String id;
  private String object;
  private String record;

  OutboundReading(XMLStreamReader xml) {
    this.xml = xml;
  }

  /**
   * Reads it to its end.
   *
   * @throws IllegalArgumentException when it is no such message
   */
  OutboundMessage message() throws XMLStreamException {
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> begin();
        case XMLStreamConstants.END_ELEMENT -> end();
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
            throw new IllegalArgumentException("it has a document type or an entity");
        default -> {
          // text is read where it is wanted
        }
      }
    }
    need(org != null && !notifications.isEmpty());
    return new OutboundMessage(org, notifications);
  }

  private void begin() throws XMLStreamException {
    path.addLast(xml.getLocalName());
    need(path.size() <= DEEPEST);
    switch (String.join("/", path)) {
      case "Envelope/Body/notifications" -> need(OUTBOUND.equals(xml.getNamespaceURI()));
      case "Envelope/Body/notifications/OrganizationId" -> org = id();
      case "Envelope/Body/notifications/Notification/Id" -> id = id();
      case "Envelope/Body/notifications/Notification/sObject" ->
          object = object(xml.getAttributeValue(INSTANCE, "type"));
      case "Envelope/Body/notifications/Notification/sObject/Id" -> record = id();
      default -> {
        // fields are read from Salesforce itself
      }
    }
  }

  private void end() {
    if (String.join("/", path).equals("Envelope/Body/notifications/Notification")) {
      need(id != null && object != null && record != null && notifications.size() < MOST);
      notifications.add(new Notification(id, object, record));
      id = null;
      object = null;
      record = null;
    }
    path.removeLast();
  }

  /** The element's text, up to its end. */
  private String id() throws XMLStreamException {
    String text = xml.getElementText().strip();
    path.removeLast();
    need(SalesforceId.isId(text));
    return SalesforceId.widen(text);
  }

  /** Without the prefix of its namespace. */
  private static String object(String type) {
    Matcher matcher = OBJECT.matcher(type == null ? "" : type);
    need(matcher.matches());
    return matcher.group(1);
  }

  private static void need(boolean condition) {
    if (!condition) {
      throw new IllegalArgumentException("it is no Outbound Message");
    }
  }
}
