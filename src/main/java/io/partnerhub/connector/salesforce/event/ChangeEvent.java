package io.partnerhub.connector.salesforce.event;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One change event of Salesforce.
 *
 * @param uuid the same in every delivery of the event
 * @param entity the changed object, such as {@code Account}; null where the event was unreadable
 * @param changeType {@code CREATE}, {@code UPDATE}, {@code DELETE}, {@code UNDELETE}, {@code GAP_…}
 *     or {@code GAP_OVERFLOW}
 * @param recordIds one or many; {@code 001*} means every record of the object
 * @param user id of the user who committed it
 * @param committedAt by Salesforce's clock
 * @param values what fields were changed to, by their names in the API; null for emptied. A number
 *     is a Double, a date or a moment a Long of milliseconds
 * @param untold fields that were changed to what the event does not tell: long texts come as a
 *     difference
 */
public record ChangeEvent(
    String uuid,
    String entity,
    String changeType,
    List<String> recordIds,
    String user,
    Instant committedAt,
    Map<String, Object> values,
    Set<String> untold) {

  private static final String GAP = "GAP_";
  private static final String OVERFLOW = "GAP_OVERFLOW";
  private static final String UPDATE = "UPDATE";

  /** One of which only its uuid is known. */
  static ChangeEvent unreadable(String uuid) {
    return new ChangeEvent(uuid, null, OVERFLOW, List.of(), "", Instant.EPOCH, Map.of(), Set.of());
  }

  /** Whether it names no record that can be read: anything of the object may have changed. */
  public boolean isOverflow() {
    return changeType.equals(OVERFLOW);
  }

  /** Whether it tells which records were changed, but not to what. */
  public boolean isGap() {
    return changeType.startsWith(GAP) && !isOverflow();
  }

  /** Whether it tells what fields of records that were there before were changed to. */
  public boolean isUpdate() {
    return changeType.equals(UPDATE);
  }
}
