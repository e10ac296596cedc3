package io.partnerhub;

import io.partnerhub.intake.AddressFile;
import io.partnerhub.intake.Door;
import java.util.function.IntFunction;

/**
 * The door, and where its addresses are kept for the operator.
 *
 * @param address what systems call, by the port that the door listens on
 * @param addresses written each time when it opens
 */
record PublicDoor(Door door, IntFunction<String> address, AddressFile addresses)
    implements AutoCloseable {

  void open() {
    door.open();
    if (!door.paths().isEmpty()) {
      addresses.write(address.apply(door.port()), door.paths());
    }
  }

  @Override
  public void close() {
    door.close();
  }
}
