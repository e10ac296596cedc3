package io.partnerhub.connector.smartsheet;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** Keeps two workers of this hub from saving one sheet at the same time. */
final class SheetLocks {

  private final Duration longest;
  private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();

  SheetLocks(Duration longest) {
    this.longest = longest;
  }

  /**
   * Does some work while no other worker writes to the sheet.
   *
   * @throws ApiFault when another worker keeps the sheet for too long
   */
  void hold(String sheet, Runnable work) {
    ReentrantLock lock = locks.computeIfAbsent(sheet, s -> new ReentrantLock());
    if (!acquired(lock)) {
      throw new ApiFault(
          FaultClass.COLLISION,
          "SHEET_BUSY",
          "Not written: another worker of the hub is writing to sheet " + sheet);
    }
    try {
      work.run();
    } finally {
      lock.unlock();
    }
  }

  private boolean acquired(ReentrantLock lock) {
    try {
      return lock.tryLock(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
