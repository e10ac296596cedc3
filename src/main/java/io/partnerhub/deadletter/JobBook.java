package io.partnerhub.deadletter;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Where the bulk replays stand that any process began, also those of processes that ended. */
public interface JobBook {

  /**
   * Writes down one that begins.
   *
   * @param begun without its number
   * @return its number; empty while another one runs, in this process or in another
   */
  OptionalLong begin(JobStatus begun);

  /**
   * Keeps how one stands that runs, or ends now, and that its process lives.
   *
   * @return false where another process took it for interrupted meanwhile
   */
  boolean keep(JobStatus status);

  /** Newest first. */
  List<JobStatus> newest(int most);

  Optional<JobStatus> find(long id);

  /**
   * Those that run, as it says, but of whose process nothing was seen for so long, by the store's
   * clock: those of the processes may be apart.
   */
  List<JobStatus> silentFor(Duration silence);
}
