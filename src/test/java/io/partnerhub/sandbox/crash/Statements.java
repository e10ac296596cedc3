package io.partnerhub.sandbox.crash;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The statements of one connection, by what the driver sends: the texts, then only their names. */
final class Statements {

  private static final Pattern WRITES = Pattern.compile("(insert|update|delete|truncate|with) .*");

  private final Map<String, String> prepared = new HashMap<>();
  private boolean inTransaction;
  private boolean takesNotices;
  private boolean isCounted;

  /** What is made lasting by a message, as a {@link KillPoint} counts it; empty for nothing. */
  Optional<String> madeLastingBy(byte type, byte[] body) {
    switch (type) {
      case 'Q':
        return begun(start(text(body, 0)));
      case 'P':
        String name = text(body, 0);
        prepared.put(name, start(text(body, name.length() + 1)));
        return Optional.empty();
      case 'B':
        return begun(prepared.getOrDefault(text(body, text(body, 0).length() + 1), ""));
      case 'S': // the end of what commits together outside a transaction
        isCounted = false;
        return Optional.empty();
      default:
        return Optional.empty();
    }
  }

  private Optional<String> begun(String statement) {
    switch (statement.strip()) {
      case "begin":
        inTransaction = true;
        takesNotices = false;
        return Optional.empty();
      case "rollback":
        inTransaction = false;
        return Optional.empty();
      case "commit":
        inTransaction = false;
        return Optional.of(takesNotices ? KillPoint.NOTICE : KillPoint.COMMIT);
      default:
        boolean counts = !inTransaction && !isCounted && WRITES.matcher(statement).matches();
        isCounted |= counts;
        takesNotices |= statement.startsWith("insert into notice ");
        return counts ? Optional.of(alone(statement)) : Optional.empty();
    }
  }

  private static String alone(String statement) {
    return statement.startsWith("delete from hint ") ? KillPoint.HINT : KillPoint.STATEMENT;
  }

  /** Its first words, in small letters and with single blanks. */
  private static String start(String sql) {
    String some = sql.strip().substring(0, Math.min(sql.strip().length(), 20));
    return some.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ") + " ";
  }

  private static String text(byte[] body, int from) {
    int end = from;
    while (body[end] != 0) {
      end++;
    }
    return new String(body, from, end - from, StandardCharsets.ISO_8859_1);
  }
}
