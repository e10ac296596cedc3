package io.partnerhub.sandbox.salesforce.outbound;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The SOAP of Outbound Messages, as the WSDL of each has it. */
final class Envelope {

  private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
  private static final String OUTBOUND = "http://soap.sforce.com/2005/09/outbound";
  private static final String OBJECT = "urn:sobject.enterprise.soap.sforce.com";
  private static final String PREFIX = "soapenv";

  private Envelope() {}

  /**
   * A message of one object's notifications; it carries no session.
   *
   * @param org the org's id, 18 characters
   * @param instance the org's own address
   */
  static byte[] message(String org, String instance, List<Notification> notifications) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      XMLStreamWriter xml =
          XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, "UTF-8");
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement(PREFIX, "Envelope", SOAP);
      xml.writeNamespace(PREFIX, SOAP);
      xml.writeNamespace("xsd", XMLConstants.W3C_XML_SCHEMA_NS_URI);
      xml.writeNamespace("xsi", XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI);
      xml.writeStartElement(PREFIX, "Body", SOAP);
      xml.writeStartElement("notifications");
      xml.writeDefaultNamespace(OUTBOUND);
      text(xml, "OrganizationId", org);
      text(xml, "ActionId", notifications.get(0).action());
      xml.writeEmptyElement("SessionId");
      xml.writeAttribute("xsi", XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI, "nil", "true");
      text(xml, "EnterpriseUrl", instance + "/services/Soap/c/66.0/" + org);
      text(xml, "PartnerUrl", instance + "/services/Soap/u/66.0/" + org);
      for (Notification notification : notifications) {
        write(xml, notification);
      }
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a message cannot be written", e);
    }
    return bytes.toByteArray();
  }

  private static void write(XMLStreamWriter xml, Notification notification)
      throws XMLStreamException {
    xml.writeStartElement("Notification");
    text(xml, "Id", notification.id());
    xml.writeStartElement("sObject");
    xml.writeAttribute(
        "xsi", XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI, "type", "sf:" + notification.object());
    xml.writeNamespace("sf", OBJECT);
    text(xml, "sf:Id", notification.record());
    for (Map.Entry<String, String> field : new TreeMap<>(notification.fields()).entrySet()) {
      text(xml, "sf:" + field.getKey(), field.getValue());
    }
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private static void text(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }

  /** Whether an answer says that all of a message was taken. */
  static boolean isAcknowledged(byte[] answer) {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
    try {
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null); // it would write to the console
      Element root = builder.parse(new ByteArrayInputStream(answer)).getDocumentElement();
      NodeList acks = root.getElementsByTagNameNS(OUTBOUND, "Ack");
      return SOAP.equals(root.getNamespaceURI())
          && acks.getLength() == 1
          && acks.item(0).getTextContent().strip().equals("true");
    } catch (SAXException | IOException e) {
      return false;
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }
}
