package io.partnerhub.ops;

import io.partnerhub.deadletter.JobStatus;
import io.partnerhub.ops.jmx.Described;
import java.time.Instant;

/** How a bulk replay stands; travels over JMX. */
@Described("A replay of many letters, and how it stands.")
public record ReplayJob(
    @Described("Number of the job.") long job,
    @Described(
            "running, done, cancelled, stopped (by itself: too many failed again) or interrupted (its"
                + " hub ended: begin again with the same filter).")
        String state,
    @Described("The filter; empty for the whole queue.") String filter,
    @Described("How many letters at most.") int max,
    @Described("How many in a second at most.") int perSecond,
    @Described("Who began it.") String by,
    @Described("Why.") String reason,
    @Described("Letters that it came to.") int taken,
    @Described("Those that could not even be tried, and stay in the queue.") int refused,
    @Described("Those that left the queue.") int written,
    @Described("Those that failed again.") int failed,
    @Described("Those whose write has not come to an end.") int underWay,
    @Described("Those that it did not come to, as of its end; null while it runs.")
        Integer notReached,
    @Described("When it began.") Instant began,
    @Described("When it ended; null while it runs.") Instant ended,
    @Described("Why it ended so; null where there is nothing to say.") String sentence) {

  static ReplayJob of(JobStatus status) {
    return new ReplayJob(
        status.id(),
        status.state().word(),
        status.conditions(),
        status.max(),
        status.perSecond(),
        status.who(),
        status.reason(),
        status.taken(),
        status.refused(),
        status.written(),
        status.failed(),
        status.underWay(),
        status.notReached(),
        status.began(),
        status.ended(),
        status.sentence());
  }
}
