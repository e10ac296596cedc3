package io.partnerhub.sync.store;

import java.util.Collection;
import java.util.Map;

/** What one transaction sees of the dead letters of its type. */
public interface Letters {

  /** Letters by their ids; those that the type does not have are missing. */
  Map<Long, Letter> find(Collection<Long> ids);

  /**
   * Why the hub itself does not send the writes of some letters, in sentences by letter: another
   * record has the key too, a parent is missing, or the guard on mass change waits for a person.
   */
  Map<Long, String> obstacles(Collection<Long> ids);

  /** Moves those that are still in a state to another; the others stay. */
  void move(Collection<Long> ids, Letter.State from, Letter.State to);

  /**
   * Says who cares for a letter.
   *
   * @param to null for nobody
   */
  void assign(long id, String to);
}
