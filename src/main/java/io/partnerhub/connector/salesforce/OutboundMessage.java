package io.partnerhub.connector.salesforce;

import java.io.ByteArrayInputStream;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;

/**
 * What the hub uses of an Outbound Message: which org, and which records.
 *
 * @param org the org's id, 18 characters
 */
record OutboundMessage(String org, List<Notification> notifications) {

  /**
   * One notification.
   *
   * @param id its own, by which one that comes again is known
   * @param object the record's object
   * @param record the record's id, 18 characters
   */
  record Notification(String id, String object, String record) {}

  /**
   * Reads a message. No document type, and so no entity, is taken.
   *
   * @throws IllegalArgumentException when it is no such message; says why, without its content
   */
  static OutboundMessage read(byte[] xml) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    try {
      return new OutboundReading(factory.createXMLStreamReader(new ByteArrayInputStream(xml)))
          .message();
    } catch (XMLStreamException e) {
      throw new IllegalArgumentException("it is no XML", e);
    }
  }
}
