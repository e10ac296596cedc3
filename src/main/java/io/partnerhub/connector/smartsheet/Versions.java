package io.partnerhub.connector.smartsheet;

import io.partnerhub.sync.Answer;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts the calls of a batch that changed each sheet. */
final class Versions {

  private final Map<String, Answer.Versions> bySheet = new LinkedHashMap<>();

  void changed(String sheet, long version) {
    bySheet.merge(
        sheet,
        new Answer.Versions(1, version),
        (before, now) -> new Answer.Versions(before.calls() + 1, now.after()));
  }

  Map<String, Answer.Versions> all() {
    return Map.copyOf(bySheet);
  }
}
