package io.partnerhub.sync;

import java.time.Instant;
import java.util.Collection;

/**
 * Which reads of a replica still count, in ticks: a sequence of the hub's store that every begin
 * and end of a read or a write takes one of. Never a system's clock.
 *
 * @param readBegan begin of the last merged read; 0 before the first
 * @param readEnded end of the last merged read
 * @param wroteEnded end of the last answered write
 * @param readAgain the replica must be read again by a read begun after this; 0 when it need not
 * @param readAt the store's clock at the begin of the last merged read; null before the first
 */
public record Fence(
    long readBegan, long readEnded, long wroteEnded, long readAgain, Instant readAt) {

  static final Fence OPEN = new Fence(0, 0, 0, 0, null);

  /** Whether a picture taken from this read is newer than all that is known. */
  public boolean admits(ReadTimes read, Collection<Attempt> attempts) {
    return read.began() >= readEnded
        && read.began() >= wroteEnded
        && attempts.stream().noneMatch(a -> a.mayStillLand() || read.began() < a.closed());
  }

  /** Tick of the last that is known of the copy: what a read showed, or what the hub wrote. */
  public long known() {
    return Math.max(readBegan, wroteEnded);
  }

  /** After a picture was turned away: unless it is certainly older, look again. */
  public Fence turnedAway(ReadTimes read, long tick) {
    return read.ended() > readBegan ? again(tick) : this;
  }

  /** Whether something of the copy may have been seen that is not merged yet. */
  public boolean mustBeReadAgain() {
    return readAgain > 0;
  }

  /** Whether another read got in the way of one: the next read counts, and need not wait. */
  public boolean wasReadBeside(long began) {
    return Math.max(readAgain, readBegan) > began;
  }

  /** To be read again by a read that begins after this tick. */
  public Fence again(long tick) {
    return new Fence(readBegan, readEnded, wroteEnded, tick, readAt);
  }

  /** After what this read showed was merged. */
  public Fence merged(ReadTimes read) {
    return new Fence(
        read.began(),
        Math.max(readEnded, read.ended()),
        wroteEnded,
        read.began() > readAgain ? 0 : readAgain,
        read.at());
  }

  /** After the system said, by this tick, that the copy is gone. */
  public Fence seenGone(long tick) {
    return new Fence(readBegan, Math.max(readEnded, tick), wroteEnded, 0, readAt);
  }

  /** After a write whose answer came by this tick. */
  public Fence wrote(long tick) {
    return new Fence(readBegan, readEnded, Math.max(wroteEnded, tick), readAgain, readAt);
  }
}
