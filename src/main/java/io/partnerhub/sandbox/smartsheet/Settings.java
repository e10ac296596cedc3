package io.partnerhub.sandbox.smartsheet;

import java.time.Duration;

/** How the simulated service behaves; may be changed while it runs. */
public final class Settings {
  private static final int REQUESTS_PER_MINUTE = 300;

  private volatile int requestsPerMinute = REQUESTS_PER_MINUTE;
  private volatile Duration listLag = Duration.ZERO;
  private volatile Duration writeTakes = Duration.ZERO;
  private volatile boolean emptyPagePastEnd;

  Settings() {}

  /** Requests a minute and token, 300 unless set; cell history weighs ten. */
  public int requestsPerMinute() {
    return requestsPerMinute;
  }

  public void requestsPerMinute(int requests) {
    requestsPerMinute = requests;
  }

  /** How late the sheet list shows a new version; zero unless set. */
  public Duration listLag() {
    return listLag;
  }

  public void listLag(Duration lag) {
    listLag = lag;
  }

  /** How long a write occupies its sheet at least; zero unless set. */
  public Duration writeTakes() {
    return writeTakes;
  }

  public void writeTakes(Duration time) {
    writeTakes = time;
  }

  /** Whether a page past the end is empty; unless set it is the last page once more. */
  public boolean emptyPagePastEnd() {
    return emptyPagePastEnd;
  }

  public void emptyPagePastEnd(boolean empty) {
    emptyPagePastEnd = empty;
  }
}
