package io.partnerhub.mapping;

import io.partnerhub.model.RecordType;
import io.partnerhub.model.SystemName;
import java.util.List;
import java.util.Map;

/** Fields of which nothing matters but where they stand: plain texts, the latest edit counts. */
public final class TextFields {

  private static final int LONGEST = 255;

  private TextFields() {}

  /**
   * One of them.
   *
   * @param refersTo null where it names no record
   * @param names its name in each system that has it
   */
  public static Field text(String name, RecordType refersTo, Map<SystemName, String> names) {
    return new Field(
        name,
        Kind.TEXT,
        false,
        LONGEST,
        false,
        0,
        new FieldRule.Latest(),
        List.of(),
        refersTo,
        names,
        Map.of(),
        1);
  }
}
