package io.partnerhub.connector;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many records go to a place in one call: half as many after a collision with somebody else's
 * save, since a smaller call is over sooner, and twice as many again after one that met nobody.
 */
public final class Portions {

  private static final int SMALLEST_SHARE = 10;

  private final int most;
  private final Map<String, Integer> smaller = new ConcurrentHashMap<>();

  /**
   * @param most records that a call takes
   */
  public Portions(int most) {
    this.most = most;
  }

  /** Records of the next call to a place; never less than a tenth of the most. */
  public int of(String place) {
    return smaller.getOrDefault(place, most);
  }

  public void collided(String place) {
    smaller.merge(place, most / 2, (was, half) -> Math.max(most / SMALLEST_SHARE, was / 2));
  }

  public void passed(String place) {
    smaller.computeIfPresent(place, (p, was) -> was * 2 >= most ? null : Integer.valueOf(was * 2));
  }
}
