package io.partnerhub.sync.system;

/**
 * Says that a copy, or something in a place, may have moved. It carries no values: what it is about
 * is read again.
 *
 * @param location what holds the copy: an object's name, a sheet's id, a resource's name
 * @param id the system's own id in its longest form; null for something in that place
 * @param own the system says that the hub did it; a person's edit may share the row all the same
 */
public record Hint(String location, String id, boolean own) {

  /** Of a copy that somebody changed. */
  public static Hint of(String location, String id) {
    return new Hint(location, id, false);
  }

  /** Something in a place was changed by somebody. */
  public static Hint somewhereIn(String location) {
    return new Hint(location, null, false);
  }
}
