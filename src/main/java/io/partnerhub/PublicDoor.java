package io.partnerhub;

import io.partnerhub.intake.AddressFile;
import io.partnerhub.intake.Door;

/**
 * The door, and where its addresses are kept for the operator.
 *
 * @param addresses written each time when it opens
 */
record PublicDoor(Door door, AddressFile addresses) implements AutoCloseable {

  void open() {
    if (!door.paths().isEmpty()) {
      addresses.write(door.paths());
    }
    door.open();
  }

  @Override
  public void close() {
    door.close();
  }
}
