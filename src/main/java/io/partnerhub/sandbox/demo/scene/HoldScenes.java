package io.partnerhub.sandbox.demo.scene;

import io.partnerhub.model.SystemName;
import io.partnerhub.sandbox.demo.world.Records;
import io.partnerhub.sandbox.demo.world.Systems;

/** Edits that wait for a person, and a person who decides. */
final class HoldScenes {

  private final Records partners;
  private final Play play;
  private final Cast cast;
  private final Administrator administrator;

  HoldScenes(Systems systems, Play play, Cast cast, Administrator administrator) {
    this.partners = systems.partners();
    this.play = play;
    this.cast = cast;
    this.administrator = administrator;
  }

  /**
   * A step that no status takes.
   *
   * @return the partner whose status is held
   */
  String illegalStep() throws InterruptedException {
    String code = cast.next(account -> "Active".equals(account.values().get("status")));
    play.stays(
        code + " status typed as \"lead\"",
        Play.TRACKER,
        () -> partners.edit(SystemName.SMARTSHEET, code, "status", "lead"),
        () ->
            partners.inSalesforce(code, "status").equals("Active")
                && partners.inTracker(code, "status").equals("lead")
                && play.isHeld(partners, code, "status"),
        () -> "no step leads from Active to Prospect: held, each side keeps its own");
    return code;
  }

  /** Somebody chooses; from then on edits flow again. */
  void settledByAPerson(String code) throws InterruptedException {
    play.arrives(
        "hub held choose partner %s status agreed".formatted(code),
        "the hub",
        () -> administrator.keepAgreed(partners, code, "status", "typed in the wrong row"),
        () -> partners.agreed(code, "status", "Active") && !play.isHeld(partners, code, "status"),
        () -> "tracker shows " + partners.inTracker(code, "status"));
    play.arrives(
        code + " status: Paused",
        Play.SALESFORCE,
        () -> partners.edit(SystemName.SALESFORCE, code, "status", "Paused"),
        () -> partners.agreed(code, "status", "Paused"),
        () -> "tracker shows " + partners.inTracker(code, "status"));
  }

  /**
   * A day that the calendar lacks, and a good edit beside it.
   *
   * @return the partner whose date is held
   */
  String noSuchDay() throws InterruptedException {
    String code = cast.next();
    String before = partners.inSalesforce(code, "onboardedOn");
    play.arrives(
        code + " onboarded on 2026-02-31, and a title",
        Play.TRACKER,
        () -> {
          partners.edit(SystemName.SMARTSHEET, code, "onboardedOn", "2026-02-31");
          partners.edit(SystemName.SMARTSHEET, code, "title", "Buyer");
        },
        () ->
            partners.agreed(code, "title", "Buyer")
                && play.isHeld(partners, code, "onboardedOn")
                && partners.inSalesforce(code, "onboardedOn").equals(before),
        () -> "the title arrived; the date is held, Salesforce keeps its own");
    return code;
  }

  /** What Salesforce refuses is told where it was typed, until somebody mends it. */
  void toldAndMended() throws InterruptedException {
    String code = cast.next();
    String refused = "kim@north_wind.example";
    String mended = "kim@north-wind.example";
    play.arrives(
        code + " e-mail: " + refused,
        Play.TRACKER,
        () -> partners.edit(SystemName.SMARTSHEET, code, "email", refused),
        () ->
            partners.agreed(code, "syncStatus", "Refused")
                && partners.inTracker(code, "syncMessage").contains("Contact_Email__c"),
        () -> "both say: " + partners.inTracker(code, "syncMessage"));
    play.arrives(
        code + " e-mail: " + mended,
        Play.TRACKER,
        () -> partners.edit(SystemName.SMARTSHEET, code, "email", mended),
        () -> partners.agreed(code, "email", mended) && partners.agreed(code, "syncStatus", null),
        () ->
            "Salesforce has it, the sync status is \"%s\" again"
                .formatted(partners.inTracker(code, "syncStatus")));
  }
}
