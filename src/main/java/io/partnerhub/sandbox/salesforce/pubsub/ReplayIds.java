package io.partnerhub.sandbox.salesforce.pubsub;

import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;

/**
 * Makes positions in the log opaque: ids neither count up nor can be guessed, as in the service.
 */
final class ReplayIds {

  private static final int BYTES = 3 * Long.BYTES;
  private static final long MIX = 0x9E3779B97F4A7C15L;

  private ReplayIds() {}

  /**
   * A place in the log.
   *
   * @param position of the last event that lies behind the reader
   * @param at when the log was there; what is older than the retention has expired
   */
  record Place(long position, Instant at) {}

  static ByteString of(Place place) {
    long millis = place.at().toEpochMilli();
    long sum = sum(place.position(), millis);
    ByteBuffer bytes =
        ByteBuffer.allocate(BYTES)
            .putLong(sum)
            .putLong(place.position() * MIX ^ sum)
            .putLong(millis ^ Long.rotateLeft(sum, 17))
            .flip();
    return ByteString.copyFrom(bytes);
  }

  /** The place of an id; empty for what no log gave out. */
  static Optional<Place> read(ByteString id) {
    if (id.size() != BYTES) {
      return Optional.empty();
    }
    ByteBuffer bytes = id.asReadOnlyByteBuffer();
    long sum = bytes.getLong();
    long position = (bytes.getLong() ^ sum) * inverse();
    long millis = bytes.getLong() ^ Long.rotateLeft(sum, 17);
    return sum == sum(position, millis)
        ? Optional.of(new Place(position, Instant.ofEpochMilli(millis)))
        : Optional.empty();
  }

  private static long sum(long position, long millis) {
    long mixed = (position + MIX) * MIX ^ Long.rotateLeft(millis * MIX, 31);
    return (mixed ^ mixed >>> 29) * MIX;
  }

  /** Of {@link #MIX} in the whole numbers modulo 2^64, by Newton's steps. */
  private static long inverse() {
    long x = MIX;
    for (int i = 0; i < 5; i++) {
      x *= 2 - MIX * x;
    }
    return x;
  }
}
