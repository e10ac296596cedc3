package io.partnerhub.intake;

import io.partnerhub.model.SystemName;
import io.partnerhub.sync.system.Hearing;
import io.partnerhub.sync.system.Inbox;
import io.partnerhub.sync.system.Notice;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** An inbox that knows duplicates, and is full, away or slow on command. */
public final class FakeInbox implements Inbox {

  private final List<Notice> stored = new ArrayList<>();
  private final Set<String> keys = new HashSet<>();
  private volatile boolean full;
  private volatile boolean away;
  private final AtomicInteger holding = new AtomicInteger();
  private volatile CountDownLatch held = new CountDownLatch(0);

  public void full(boolean is) {
    full = is;
  }

  public void away(boolean is) {
    away = is;
  }

  /** Until the latch is counted down, nothing is stored. */
  public void hold(CountDownLatch latch) {
    held = latch;
  }

  /** How many wait to be stored. */
  public int holding() {
    return holding.get();
  }

  public synchronized List<Notice> stored() {
    return List.copyOf(stored);
  }

  @Override
  public Receipt take(SystemName system, String source, List<Notice> notices, Hearing hearing) {
    holding.incrementAndGet();
    try {
      held.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } finally {
      holding.decrementAndGet();
    }
    if (away) {
      throw new IllegalStateException("jdbc:postgresql://store.internal/hub: connection refused");
    }
    return full ? Receipt.FULL : store(source, notices);
  }

  private synchronized Receipt store(String source, List<Notice> notices) {
    List<Notice> fresh =
        notices.stream().filter(notice -> keys.add(source + " " + notice.key())).toList();
    stored.addAll(fresh);
    return fresh.isEmpty() ? Receipt.DUPLICATE : Receipt.STORED;
  }

  @Override
  public Optional<String> position(String source) {
    return Optional.empty();
  }

  @Override
  public Waiting waiting(SystemName system, Whose whose, int most) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void done(Waiting hints) {
    throw new UnsupportedOperationException();
  }
}
