package io.partnerhub.sandbox.smartsheet;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The people of the account, known by e-mail; a new e-mail is a new colleague. */
final class People {
  private final Map<String, Person> byEmail = new ConcurrentHashMap<>();
  private final Ids ids;

  People(Ids ids) {
    this.ids = ids;
  }

  Person of(String email) {
    return byEmail.computeIfAbsent(
        email.toLowerCase(Locale.ROOT), key -> new Person(ids.next(), email, nameOf(email)));
  }

  private static String nameOf(String email) {
    StringBuilder name = new StringBuilder();
    for (String part : email.replaceFirst("@.*", "").split("[._-]+")) {
      if (!part.isEmpty()) {
        name.append(name.isEmpty() ? "" : " ")
            .append(Character.toUpperCase(part.charAt(0)))
            .append(part.substring(1));
      }
    }
    return name.toString();
  }
}
