package io.partnerhub.ops.jmx;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.management.remote.JMXAuthenticator;
import javax.management.remote.JMXPrincipal;
import javax.security.auth.Subject;

/**
 * Who may come in from elsewhere: a file with a user a line, as name, role and password. It is read
 * once, and must be its owner's alone.
 */
public final class JmxUsers implements JMXAuthenticator {

  private static final int SHORTEST_PASSWORD = 12;
  private static final byte[] NOBODYS = new byte[] {0};

  private static final Set<PosixFilePermission> OTHERS =
      Set.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);

  private final Map<String, User> users;

  private record User(Role role, byte[] password) {}

  private JmxUsers(Map<String, User> users) {
    this.users = users;
  }

  /**
   * Reads the file.
   *
   * @throws IllegalArgumentException that says what is wrong with it, and shows no password
   */
  public static JmxUsers in(Path file) {
    try {
      refuseReadableByOthers(file);
      Map<String, User> users = new HashMap<>();
      List<String> lines = Files.readAllLines(file);
      for (int i = 0; i < lines.size(); i++) {
        String line = lines.get(i).strip();
        if (!line.isEmpty() && !line.startsWith("#")) {
          add(users, line, file + ":" + (i + 1));
        }
      }
      if (users.isEmpty()) {
        throw new IllegalArgumentException(file + " names no user");
      }
      return new JmxUsers(users);
    } catch (IOException e) {
      throw new IllegalArgumentException(file + " cannot be read: " + e, e);
    }
  }

  private static void refuseReadableByOthers(Path file) throws IOException {
    boolean knowsOwners = Files.getFileStore(file).supportsFileAttributeView("posix");
    if (knowsOwners && Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)) {
      throw new IllegalArgumentException(
          file + " can be read or written by others: chmod 600 " + file);
    }
  }

  private static void add(Map<String, User> users, String line, String where) {
    String[] parts = line.split("\\s+", 3);
    if (parts.length < 3) {
      throw new IllegalArgumentException(
          where + ": write a name, monitor or control, and a password");
    }
    Role role =
        Arrays.stream(Role.values())
            .filter(r -> r.getName().equals(parts[1]))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        where + ": the role is neither monitor nor control"));
    if (parts[2].length() < SHORTEST_PASSWORD) {
      throw new IllegalArgumentException(
          where + ": the password has fewer than " + SHORTEST_PASSWORD + " characters");
    }
    if (users.put(parts[0], new User(role, digest(parts[2]))) != null) {
      throw new IllegalArgumentException(where + ": there is a user of this name already");
    }
  }

  @Override
  public Subject authenticate(Object credentials) {
    if (credentials instanceof String[] pair
        && pair.length == 2
        && pair[0] != null
        && pair[1] != null) {
      User user = users.get(pair[0]);
      boolean right =
          MessageDigest.isEqual(user == null ? NOBODYS : user.password, digest(pair[1]));
      if (right) {
        Subject subject = new Subject();
        subject.getPrincipals().add(new JMXPrincipal(pair[0]));
        subject.getPrincipals().add(user.role);
        return subject;
      }
    }
    throw new SecurityException("Refused: there is no such user with this password");
  }

  private static byte[] digest(String password) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(password.getBytes(StandardCharsets.UTF_8));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
