package io.partnerhub.intake;

/**
 * Bytes of all bodies that are being read or judged. Only the server's one event thread comes here.
 */
final class Room {

  private final long most;
  private long used;

  Room(long most) {
    this.most = most;
  }

  /** Whether there was room for so many more; if so, they must be given back. */
  boolean take(int bytes) {
    boolean fits = used + bytes <= most;
    used += fits ? bytes : 0;
    return fits;
  }

  void giveBack(int bytes) {
    used -= bytes;
  }
}
