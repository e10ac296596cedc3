package io.partnerhub.connector.salesforce;

import io.partnerhub.model.SystemName;
import io.partnerhub.sync.system.Hearing;
import io.partnerhub.sync.system.Hint;
import io.partnerhub.sync.system.Inbox;
import io.partnerhub.sync.system.Notice;
import io.partnerhub.sync.system.ToldEdit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An inbox in memory that knows notices again, keeps one position, and is full on command. */
final class HeardInbox implements Inbox {

  private final List<Hint> hints = new ArrayList<>();
  private final List<ToldEdit> edits = new ArrayList<>();
  private final Set<String> known = new HashSet<>();
  private String position;
  private Instant toldUntil;
  private int takes;
  private boolean full;
  private int refused;
  private boolean broken;

  synchronized void full(boolean now) {
    full = now;
  }

  synchronized void broken(boolean now) {
    broken = now;
  }

  /** How often something was taken in. */
  synchronized int takes() {
    return takes;
  }

  synchronized List<Hint> hints() {
    return List.copyOf(hints);
  }

  synchronized List<ToldEdit> edits() {
    return List.copyOf(edits);
  }

  /** How often it was full. */
  synchronized int refused() {
    return refused;
  }

  /** By when everything was told; null before anything was heard. */
  synchronized Instant toldUntil() {
    return toldUntil;
  }

  /** Takes what was hinted so far. */
  synchronized List<Hint> taken() {
    List<Hint> taken = hints();
    hints.clear();
    return taken;
  }

  synchronized void position(Optional<String> instead) {
    position = instead.orElse(null);
  }

  @Override
  public synchronized Receipt take(
      SystemName system, String source, List<Notice> notices, Hearing hearing) {
    if (broken) {
      throw new IllegalStateException("the store is away");
    }
    if (full) {
      refused++;
      return Receipt.FULL;
    }
    takes++;
    boolean fresh = false;
    for (Notice notice : notices) {
      if (known.add(notice.key())) {
        fresh = true;
        hints.addAll(notice.hints());
        edits.addAll(notice.edits());
      }
    }
    if (hearing != null) {
      position = hearing.position();
      toldUntil = hearing.toldUntil();
    }
    return fresh || notices.isEmpty() ? Receipt.STORED : Receipt.DUPLICATE;
  }

  @Override
  public synchronized Optional<String> position(String source) {
    return Optional.ofNullable(position);
  }

  @Override
  public Waiting waiting(SystemName system, Whose whose, int most) {
    Map<Long, Hint> byId = new LinkedHashMap<>();
    hints().forEach(hint -> byId.put((long) byId.size(), hint));
    return new Waiting(whose, byId, List.of());
  }

  @Override
  public void done(Waiting worked) {
    throw new UnsupportedOperationException("nobody works hints off here");
  }
}
