package io.partnerhub.sandbox.demo.scene;

import io.partnerhub.model.SystemName;
import io.partnerhub.sandbox.demo.world.Records;
import io.partnerhub.sandbox.demo.world.Systems;
import io.partnerhub.sandbox.demo.world.Traffic;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Edits of fields on one side or on both. */
final class FieldScenes {

  private static final String PHONE = "+49 30 5550 101";
  private static final int LONG = 6_000;
  private static final int CELL = 4_000;
  private static final int SENTENCE = 30;

  private final Systems systems;
  private final Records partners;
  private final Play play;
  private final Cast cast;

  FieldScenes(Systems systems, Play play, Cast cast) {
    this.systems = systems;
    this.partners = systems.partners();
    this.play = play;
    this.cast = cast;
  }

  void differentFieldsAtOnce() throws InterruptedException {
    String code = cast.next();
    play.arrives(
        code + " phone: " + PHONE,
        Play.SALESFORCE,
        () -> {
          partners.edit(SystemName.SALESFORCE, code, "phone", PHONE);
          partners.edit(SystemName.SMARTSHEET, code, "contact", "Kim Seller");
        },
        () -> phoneArrived(code),
        () -> "tracker shows " + partners.inTracker(code, "phone"));
    play.seen(
        code + " contact, at the same moment: Kim Seller",
        Play.TRACKER,
        () -> partners.agreed(code, "contact", "Kim Seller") && phoneArrived(code),
        () -> "Salesforce shows " + partners.inSalesforce(code, "contact") + ", phone kept");
  }

  void sameFieldDecidedByRule() throws InterruptedException {
    String code = cast.next(account -> "Europe".equals(account.values().get("region")));
    play.arrives(
        code + " region: North America | LATAM",
        Play.BOTH,
        () -> {
          partners.edit(SystemName.SALESFORCE, code, "region", "North America");
          partners.edit(SystemName.SMARTSHEET, code, "region", "LATAM");
        },
        () -> partners.agreed(code, "region", "North America"),
        () -> "by rule Salesforce wins: tracker shows " + partners.inTracker(code, "region"));
  }

  void statusGoesOn() throws InterruptedException {
    String code = cast.next(account -> "Active".equals(account.values().get("status")));
    play.arrives(
        code + " status: Paused | Terminated",
        Play.BOTH,
        () -> {
          partners.edit(SystemName.SALESFORCE, code, "status", "Paused");
          partners.edit(SystemName.SMARTSHEET, code, "status", "ended");
        },
        () -> partners.agreed(code, "status", "Terminated"),
        () ->
            "the step that is further on counts: Salesforce shows "
                + partners.inSalesforce(code, "status"));
  }

  void formatOnly() throws InterruptedException {
    String code = cast.next(account -> account.values().get("phone") != null);
    String phone = partners.inSalesforce(code, "phone");
    String email = partners.inSalesforce(code, "email");
    String retyped =
        partners.salesforce().find(code).orElseThrow().values().get("phone").replace(' ', '/');
    Traffic traffic = Traffic.fromRest(systems);
    play.stays(
        "%s phone as %s, e-mail in capitals".formatted(code, retyped),
        Play.TRACKER,
        () -> {
          partners.edit(SystemName.SMARTSHEET, code, "phone", retyped);
          partners.edit(SystemName.SMARTSHEET, code, "email", email.toUpperCase(Locale.ROOT));
        },
        () ->
            traffic.writes() == 0
                && partners.inTracker(code, "phone").equals(retyped)
                && partners.inSalesforce(code, "phone").equals(phone)
                && partners.inSalesforce(code, "email").equals(email),
        () -> "same value, so %d writes".formatted(traffic.writes()));
  }

  void alias() throws InterruptedException {
    String code = cast.next(account -> "Active".equals(account.values().get("status")));
    play.arrives(
        code + " status typed as \"on hold\"",
        Play.TRACKER,
        () -> partners.edit(SystemName.SMARTSHEET, code, "status", "on hold"),
        () ->
            partners.inSalesforce(code, "status").equals("Paused")
                && partners.inTracker(code, "status").equals("on hold"),
        () ->
            "Salesforce shows %s, the cell stays \"%s\""
                .formatted(
                    partners.inSalesforce(code, "status"), partners.inTracker(code, "status")));
  }

  void longText() throws InterruptedException {
    String code = cast.next();
    String text = text();
    play.arrives(
        code + " notes: %,d characters".formatted(LONG),
        Play.SALESFORCE,
        () -> partners.edit(SystemName.SALESFORCE, code, "notes", text),
        () -> isCut(partners.inTracker(code, "notes"), text) && isWhole(code, text),
        () ->
            "tracker has %,d, \"%s\"; Salesforce %,d"
                .formatted(
                    partners.inTracker(code, "notes").length(),
                    ending(partners.inTracker(code, "notes")),
                    partners.inSalesforce(code, "notes").length()));
  }

  /** The account keeps what was typed into it, and the tracker shows the same. */
  private boolean phoneArrived(String code) {
    return partners.inSalesforce(code, "phone").equals(PHONE)
        && partners.agreed(code, "phone", partners.value(SystemName.SALESFORCE, code, "phone"));
  }

  private boolean isWhole(String code, String text) {
    return partners.inSalesforce(code, "notes").equals(text);
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
