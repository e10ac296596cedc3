package io.partnerhub.sandbox.salesforce.outbound;

import java.util.Map;

/**
 * That a record was made or changed.
 *
 * @param id its own, 18 characters, the same whenever it is sent again
 * @param action id of the Outbound Message as it is set up, of which there is one for each object
 * @param object the object's name
 * @param record the record's id, 18 characters
 * @param fields that the message was set up to carry, without empty ones
 */
public record Notification(
    String id, String action, String object, String record, Map<String, String> fields) {

  public Notification {
    fields = Map.copyOf(fields);
  }
}
