package io.partnerhub.deadletter;

/**
 * When a bulk replay stops by itself.
 *
 * @param percent more than this share of the replayed letters failed again
 * @param atLeast how many must have come to an end before that is judged
 */
public record StopRule(int percent, int atLeast) {

  boolean stops(int written, int failed) {
    long ended = (long) written + failed;
    return ended >= atLeast && 100L * failed > percent * ended;
  }
}
