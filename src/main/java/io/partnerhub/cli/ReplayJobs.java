package io.partnerhub.cli;

import java.io.PrintWriter;
import java.util.Date;
import javax.management.openmbean.CompositeData;

/** A bulk replay, as it is printed. */
final class ReplayJobs {

  private ReplayJobs() {}

  static void print(CompositeData job, PrintWriter out) {
    String filter = (String) job.get("filter");
    Object sentence = job.get("sentence");
    out.println(
        "Job %s, %s%s: %s, begun by %s at %s (%s)"
            .formatted(
                job.get("job"),
                job.get("state"),
                sentence == null ? "" : " (" + sentence + ")",
                filter.isEmpty() ? "the whole queue" : filter,
                job.get("by"),
                Shown.time((Date) job.get("began")),
                job.get("reason")));
    out.println(
        "  taken %s: written %s, failed again %s, under way %s, not tried %s"
            .formatted(
                Shown.number(job.get("taken")),
                Shown.number(job.get("written")),
                Shown.number(job.get("failed")),
                Shown.number(job.get("underWay")),
                Shown.number(job.get("refused"))));
    if (job.get("notReached") instanceof Integer left && left > 0) {
      out.println(
          "  %s letters were not reached: whoever wants them replayed begins again with the same filter"
              .formatted(Shown.number(left)));
    }
  }
}
