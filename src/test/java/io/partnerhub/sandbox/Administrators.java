package io.partnerhub.sandbox;

import io.partnerhub.HubDoors;
import io.partnerhub.cli.HubDoor;
import io.partnerhub.cli.RunningHub;
import java.nio.file.Path;
import java.util.Map;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;

/** What administrators do about dead letters of a running hub. */
final class Administrators {

  private static final String LETTERS = "DeadLetters";

  private Administrators() {}

  /** Has those of a record tried again. */
  static void replay(Path dataDir, String key) {
    try (RunningHub hub = new HubDoors(Map.of()).open(new HubDoor.OfDataDir(dataDir))) {
      TabularData letters = (TabularData) hub.invoke(LETTERS, "list", "state=open key=" + key, 10);
      for (Object letter : letters.values()) {
        hub.invoke(LETTERS, "replay", ((CompositeData) letter).get("id"), "it is mended");
      }
    }
  }
}
