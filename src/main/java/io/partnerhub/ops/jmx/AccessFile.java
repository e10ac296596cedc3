package io.partnerhub.ops.jmx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;

/**
 * Tells commands of the same user where a running hub is: a file in its data directory, which only
 * its owner can read, with the address of its JMX connector and the token that opens it.
 */
public final class AccessFile {

  private static final String NAME = "jmx.access";

  private final Path file;

  /**
   * @param dataDir the hub's data directory
   */
  public AccessFile(Path dataDir) {
    this.file = dataDir.resolve(NAME);
  }

  /**
   * The way in.
   *
   * @param address a JMX service URL
   * @param token the password, whatever the user's name
   */
  public record Access(String address, String token) {

    /** Without the token. */
    @Override
    public String toString() {
      return address;
    }
  }

  /**
   * Where a hub said that it runs; it may have been killed since. Empty when none did.
   *
   * @throws UncheckedIOException when the file cannot be read
   */
  public Optional<Access> read() {
    try {
      List<String> lines = Files.readAllLines(file);
      return lines.size() == 2
          ? Optional.of(new Access(lines.get(0), lines.get(1)))
          : Optional.empty();
    } catch (java.nio.file.NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(
          file + " cannot be read: is it another user's hub, or no directory?", e);
    }
  }

  /** Replaces the file at once: nobody ever sees half of it, or it with other permissions. */
  void write(Access access) {
    try {
      Files.createDirectories(file.getParent());
      Path fresh =
          Files.createTempFile(
              file.getParent(),
              NAME,
              ".new",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.write(fresh, List.of(access.address(), access.token()));
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("The hub's JMX address cannot be kept in " + file, e);
    }
  }

  /** Removes it, unless another hub has written its own meanwhile. */
  void remove(Access access) {
    if (read().filter(access::equals).isPresent()) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        throw new UncheckedIOException(file + " cannot be removed", e);
      }
    }
  }
}
