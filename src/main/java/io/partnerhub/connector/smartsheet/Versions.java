package io.partnerhub.connector.smartsheet;

import io.partnerhub.sync.system.Answer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts the calls of a batch that changed each sheet. */
final class Versions {

  private final OwnVersions own;
  private final Map<String, Answer.Versions> bySheet = new LinkedHashMap<>();

  Versions(OwnVersions own) {
    this.own = own;
  }

  /** A call answered with the version that it made. */
  void made(String sheet, long version, Instant stamp) {
    own.made(sheet, version);
    changed(sheet, version, stamp);
  }

  /** A call changed the sheet, which was seen at a version after it. */
  void changed(String sheet, long version, Instant stamp) {
    bySheet.merge(
        sheet,
        new Answer.Versions(1, version, stamp),
        (before, now) ->
            new Answer.Versions(
                before.calls() + 1, now.after(), Cursor.later(before.stamp(), now.stamp())));
  }

  Map<String, Answer.Versions> all() {
    return Map.copyOf(bySheet);
  }
}
