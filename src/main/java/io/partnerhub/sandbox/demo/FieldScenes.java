package io.partnerhub.sandbox.demo;

import io.partnerhub.model.SystemName;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Edits of fields on one side or on both. */
final class FieldScenes {

  private static final int LONG = 6_000;
  private static final int CELL = 4_000;
  private static final int SENTENCE = 30;

  private final Systems systems;
  private final Play play;
  private final Cast cast;

  FieldScenes(Systems systems, Play play, Cast cast) {
    this.systems = systems;
    this.play = play;
    this.cast = cast;
  }

  void differentFieldsAtOnce() throws InterruptedException {
    String code = cast.next();
    play.arrives(
        code + " phone: +49 30 5550 101",
        Play.SALESFORCE,
        () -> {
          systems.editAccount(code, "phone", "+49 30 5550 101");
          systems.editRow(code, "contact", "Kim Seller");
        },
        () -> sameAsAccount(code, "phone"),
        () -> "tracker shows " + systems.inTracker(code, "phone"));
    play.seen(
        code + " contact, at the same moment: Kim Seller",
        Play.TRACKER,
        () -> play.agreed(code, "contact", "Kim Seller") && sameAsAccount(code, "phone"),
        () -> "Salesforce shows " + systems.inSalesforce(code, "contact") + ", phone kept");
  }

  void sameFieldDecidedByRule() throws InterruptedException {
    String code = cast.next(account -> "Europe".equals(account.values().get("region")));
    play.arrives(
        code + " region: North America | LATAM",
        Play.BOTH,
        () -> {
          systems.editAccount(code, "region", "North America");
          systems.editRow(code, "region", "LATAM");
        },
        () -> play.agreed(code, "region", "North America"),
        () -> "by rule Salesforce wins: tracker shows " + systems.inTracker(code, "region"));
  }

  void formatOnly() throws InterruptedException {
    String code = cast.next(account -> account.values().get("phone") != null);
    String phone = systems.inSalesforce(code, "phone");
    String email = systems.inSalesforce(code, "email");
    String retyped = systems.account(code).orElseThrow().values().get("phone").replace(' ', '/');
    Traffic traffic = Traffic.from(systems.simulators());
    play.stays(
        "%s phone as %s, e-mail in capitals".formatted(code, retyped),
        Play.TRACKER,
        () -> {
          systems.editRow(code, "phone", retyped);
          systems.editRow(code, "email", email.toUpperCase(java.util.Locale.ROOT));
        },
        () ->
            traffic.writes() == 0
                && systems.inTracker(code, "phone").equals(retyped)
                && systems.inSalesforce(code, "phone").equals(phone)
                && systems.inSalesforce(code, "email").equals(email),
        () -> "same value, so %d writes".formatted(traffic.writes()));
  }

  void alias() throws InterruptedException {
    String code = cast.next(account -> "Active".equals(account.values().get("status")));
    play.arrives(
        code + " status typed as \"on hold\"",
        Play.TRACKER,
        () -> systems.editRow(code, "status", "on hold"),
        () -> systems.inSalesforce(code, "status").equals("Paused"),
        () ->
            "Salesforce shows %s, the cell stays \"%s\""
                .formatted(
                    systems.inSalesforce(code, "status"), systems.inTracker(code, "status")));
  }

  void longText() throws InterruptedException {
    String code = cast.next();
    String text = text();
    play.arrives(
        code + " notes: %,d characters".formatted(LONG),
        Play.SALESFORCE,
        () -> systems.editAccount(code, "notes", text),
        () -> isCut(systems.inTracker(code, "notes"), text) && isWhole(code, text),
        () ->
            "tracker has %,d, \"%s\"; Salesforce %,d"
                .formatted(
                    systems.inTracker(code, "notes").length(),
                    ending(systems.inTracker(code, "notes")),
                    systems.inSalesforce(code, "notes").length()));
  }

  private boolean sameAsAccount(String code, String field) {
    String value = play.value(SystemName.SALESFORCE, code, field);
    return Objects.equals(value, play.value(SystemName.SMARTSHEET, code, field));
  }

  private boolean isWhole(String code, String text) {
    return systems.inSalesforce(code, "notes").equals(text);
  }

  private static boolean isCut(String cell, String text) {
    return cell.length() <= CELL
        && cell.endsWith("[cut: %d characters in all]".formatted(LONG))
        && text.startsWith(cell.substring(0, cell.lastIndexOf('\u2026')));
  }

  private static String ending(String cell) {
    return cell.substring(Math.max(0, cell.lastIndexOf('\u2026')));
  }

  private static String text() {
    return IntStream.range(0, LONG / SENTENCE)
        .mapToObj("Visit %05d: all is well there. "::formatted)
        .map(sentence -> sentence.substring(0, SENTENCE))
        .collect(Collectors.joining());
  }
}
