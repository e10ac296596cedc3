package io.partnerhub.sandbox.bench.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Open connections to some ports of this machine, as Linux lists them. */
final class Sockets {

  private static final List<Path> LISTS =
      List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"));
  private static final int REMOTE = 2;
  private static final int STATE = 3;
  private static final String ESTABLISHED = "01";

  private final Set<String> ports;

  Sockets(List<Integer> ports) {
    this.ports = ports.stream().map("%04X"::formatted).collect(Collectors.toSet());
  }

  /** Whether this system lists them. */
  static boolean areListed() {
    return LISTS.stream().anyMatch(Files::isReadable);
  }

  /** Counted on the side of those who called. */
  long open() throws IOException {
    long open = 0;
    for (Path list : LISTS) {
      if (Files.isReadable(list)) {
        open += Files.readAllLines(list).stream().filter(this::isOpen).count();
      }
    }
    return open;
  }

  private boolean isOpen(String line) {
    String[] words = line.strip().split("\\s+");
    String remote = words[REMOTE];
    return words[STATE].equals(ESTABLISHED)
        && ports.contains(remote.substring(remote.indexOf(':') + 1));
  }
}
