package io.partnerhub.sync.merge;

import io.partnerhub.mapping.Conversion;
import io.partnerhub.mapping.Field;
import java.util.Objects;

/** What a copy's value means of which nothing tells what stood there before. */
final class Contact {

  private Contact() {}

  /**
   * Compares it with the record: what one side lacks is filled, and where both have another value,
   * the rule decides alone.
   *
   * @param unreadable why the value is none; null where it is one
   */
  static void judge(Judgement judgement, Field field, String value, String unreadable) {
    String name = field.name();
    String agreed = judgement.draft().agreed(name);
    judgement.draft().holding(name, value, value);
    if (value == null || field.isSync() || Objects.equals(value, agreed)) {
      return;
    }
    if (field.isDerived()) {
      judgement.derived(field, value);
    } else if (Conversion.isShortened(field, value, agreed)) {
      judgement.draft().holding(name, value, agreed);
    } else if (Conversion.isShortened(field, agreed, value)) {
      judgement.accept(name, value, "first contact, the whole of a text that was shortened");
    } else if (unreadable != null) {
      judgement.unreadable(field, value, unreadable);
    } else if (judgement.draft().record().held().containsKey(name)) {
      judgement.holdToo(name, value);
    } else if (agreed == null) {
      judgement.accept(name, value, "first contact, fills an empty field");
    } else if (!Conversion.isValue(field, agreed)) {
      judgement.accept(name, value, "first contact, the mapping has no " + agreed + " any more");
    } else {
      judgement.withoutBase(field, value);
    }
  }
}
