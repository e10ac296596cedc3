package io.partnerhub.sandbox.smartsheet;

import java.time.Duration;

/** How the simulated service behaves; may be changed while it runs. */
public final class Settings {
  private static final int REQUESTS_PER_MINUTE = 300;

  private volatile int requestsPerMinute = REQUESTS_PER_MINUTE;
  private volatile Duration listLag = Duration.ZERO;
  private volatile Duration writeTakes = Duration.ZERO;
  private volatile Duration newSheetHidden = Duration.ZERO;
  private volatile boolean emptyPagePastEnd;
  private volatile boolean totalsUnknown;
  private volatile boolean collisionsAsMissingId;
  private volatile boolean placesUnstamped;

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

  /** How long a new sheet answers 404; zero unless set. */
  public Duration newSheetHidden() {
    return newSheetHidden;
  }

  public void newSheetHidden(Duration time) {
    newSheetHidden = time;
  }

  /** Whether lists say -1 for their totals; they do not unless set. */
  public boolean totalsUnknown() {
    return totalsUnknown;
  }

  public void totalsUnknown(boolean unknown) {
    totalsUnknown = unknown;
  }

  /** Whether a save collision shows as a missing row.id (1012) instead of 4004, as some do. */
  public boolean collisionsAsMissingId() {
    return collisionsAsMissingId;
  }

  public void collisionsAsMissingId(boolean missing) {
    collisionsAsMissingId = missing;
  }

  /** Whether a page of rows past the end is empty; unless set it is the last page once more. */
  public boolean emptyPagePastEnd() {
    return emptyPagePastEnd;
  }

  public void emptyPagePastEnd(boolean empty) {
    emptyPagePastEnd = empty;
  }

  /**
   * Whether a row that only gets another place keeps its time of change; unless set it gets a new
   * one. [I] The documents do not say which of the two the service does.
   */
  public boolean placesUnstamped() {
    return placesUnstamped;
  }

  public void placesUnstamped(boolean unstamped) {
    placesUnstamped = unstamped;
  }
}
