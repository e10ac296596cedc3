package io.partnerhub.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Tells the operator what to enter in the systems: a file in the data directory, which only its
 * owner can read, as whoever knows an address may call it.
 */
public final class AddressFile {

  private static final String NAME = "webhook.addresses";

  private final Path file;

  /**
   * @param dataDir the hub's data directory
   */
  public AddressFile(Path dataDir) {
    this.file = dataDir.resolve(NAME);
  }

  /**
   * Replaces the file at once, a line an address.
   *
   * @param base what systems call, without a slash at the end
   * @param paths by the names of their doorkeepers
   * @throws UncheckedIOException when it cannot be kept
   */
  public void write(String base, Map<String, String> paths) {
    List<String> lines = new ArrayList<>();
    paths.forEach((name, path) -> lines.add(name + " " + base + path));
    try {
      Files.createDirectories(file.getParent());
      Path fresh =
          Files.createTempFile(
              file.getParent(),
              NAME,
              ".new",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.write(fresh, lines);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("The addresses for webhooks cannot be kept in " + file, e);
    }
  }

  @Override
  public String toString() {
    return file.toString();
  }
}
