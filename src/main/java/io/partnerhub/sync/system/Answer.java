package io.partnerhub.sync.system;

import io.partnerhub.model.NativeId;
import io.partnerhub.sync.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a batch of writes came to.
 *
 * @param outcomes one for each write, in their order
 * @param versions for each location that has versions: how many calls changed it, and its version
 *     after the last of them
 * @param along copies that no write was about, and that a move took along: where they are now
 */
public record Answer(
    List<Outcome> outcomes, Map<String, Versions> versions, Map<NativeId, NativeId> along) {

  /** What came to a batch that took nothing along. */
  public Answer(List<Outcome> outcomes, Map<String, Versions> versions) {
    this(outcomes, versions, Map.of());
  }

  /** Why nothing of it was written, where that is about no record; empty where it is, or none. */
  public Optional<SystemUnavailable> unavailable() {
    SystemUnavailable first = null;
    for (Outcome outcome : outcomes) {
      if (!(outcome instanceof Outcome.Failed failed) || isAboutRecord(failed.reason())) {
        return Optional.empty();
      }
      first = first == null ? new SystemUnavailable(failed.reason(), failed.after(), null) : first;
    }
    return Optional.ofNullable(first);
  }

  /** Whether all was put off or is unknown, and nothing of it was said of one record. */
  public boolean isPutOffWhole() {
    return outcomes.stream().allMatch(Answer::isPutOffWithItsCall);
  }

  private static boolean isPutOffWithItsCall(Outcome outcome) {
    return (outcome instanceof Outcome.RetryLater || outcome instanceof Outcome.Unknown)
        && !((Outcome.Failed) outcome).reason().ofRecord();
  }

  private static boolean isAboutRecord(Outcome.Reason reason) {
    return reason.ofRecord() || !(reason.kind().isAboutSystem() || reason.kind().isAboutCalls());
  }

  /**
   * Calls that changed a location, and its version after the last.
   *
   * @param stamp the greatest change stamp in their answers; null where they do not tell
   */
  public record Versions(int calls, long after, Instant stamp) {}
}
