package io.partnerhub.sync;

import io.partnerhub.model.SystemName;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * A field that is written nowhere until someone decides.
 *
 * @param agreed the agreed value when it was held; null for empty
 * @param wishes what each system's users want instead
 * @param sentence the reason, for people
 * @param since when the edit was read that led to it; null for one kept by an older hub
 */
public record Hold(
    Why why, String agreed, Map<SystemName, Wish> wishes, String sentence, Instant since) {

  private static final Set<Why> MAY_BE_TAKEN_BACK =
      EnumSet.of(Why.CONFLICT, Why.ILLEGAL_STEP, Why.SHORTENED);

  /** What led to it. */
  public enum Why {
    /** Edited in two systems, and the field's rule does not decide. */
    CONFLICT,
    /** The text in the system is no value of the field's kind. */
    UNREADABLE,
    /** The system keeps changing back what the hub writes. */
    FIGHT,
    /** Someone edited a text that the hub had shortened to fit. */
    SHORTENED,
    /** Edited in one system after the record was deleted in another. */
    DELETED_ELSEWHERE,
    /** There again after the record was deleted in another system; held as the business key. */
    REVIVED,
    /** Its system keeps deleting a copy that the hub makes again; held as the business key. */
    DELETED_AGAIN,
    /** The status would take a step that its transitions do not know. */
    ILLEGAL_STEP
  }

  /** The values and texts among which people choose; a null one empties the field. */
  public Map<SystemName, String> candidates() {
    Map<SystemName, String> values = new TreeMap<>();
    wishes.forEach((system, wish) -> values.put(system, wish.value()));
    return values;
  }

  /** Whether what this system's users typed is no value of the field's kind. */
  public boolean isUnreadableIn(SystemName system) {
    return wishes.containsKey(system) && wishes.get(system).isUnreadable();
  }

  /** Whether a text among the wishes is no value of the field's kind. */
  public boolean isUnreadable() {
    return wishes.values().stream().anyMatch(Wish::isUnreadable);
  }

  /** Whether nobody wants anything else than the agreed value any more. */
  public boolean allows(String agreedNow) {
    return MAY_BE_TAKEN_BACK.contains(why)
        && wishes.values().stream().allMatch(wish -> wish.allows(agreedNow));
  }

  /**
   * Whether a wish was taken back, and nothing is left that contradicts another: who still wants
   * something else started from the agreed value.
   */
  public boolean isOver(String agreedNow) {
    return MAY_BE_TAKEN_BACK.contains(why)
        && wishes.values().stream().anyMatch(wish -> wish.allows(agreedNow))
        && wishes.values().stream()
            .noneMatch(
                wish ->
                    wish.isUnreadable()
                        || !wish.allows(agreedNow) && !Objects.equals(wish.base(), agreedNow));
  }

  /** The same with what this system's users now want. */
  public Hold with(SystemName system, Wish wish) {
    Map<SystemName, Wish> more = new TreeMap<>(wishes);
    Wish earlier = wishes.get(system);
    more.put(system, earlier == null ? wish : wish.since(earlier));
    return wishing(more);
  }

  /** The same without this system's wish. */
  public Hold without(SystemName system) {
    Map<SystemName, Wish> fewer = new TreeMap<>(wishes);
    fewer.remove(system);
    return wishing(fewer);
  }

  /** One for a text that is no value tells of the text that is left. */
  private Hold wishing(Map<SystemName, Wish> all) {
    String left =
        all.values().stream()
            .map(Wish::unreadable)
            .filter(text -> why == Why.UNREADABLE && text != null)
            .findFirst()
            .orElse(sentence);
    return new Hold(why, agreed, all, left, since);
  }
}
