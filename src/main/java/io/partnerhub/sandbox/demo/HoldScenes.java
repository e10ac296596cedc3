package io.partnerhub.sandbox.demo;

/** Edits that wait for a person, and a person who decides. */
final class HoldScenes {

  private final Systems systems;
  private final Play play;
  private final Cast cast;

  HoldScenes(Systems systems, Play play, Cast cast) {
    this.systems = systems;
    this.play = play;
    this.cast = cast;
  }

  /**
   * Nobody wins.
   *
   * @return the partner whose status is held
   */
  String sameField() throws InterruptedException {
    String code = cast.next(account -> "Active".equals(account.values().get("status")));
    play.stays(
        code + " status: Paused | Terminated",
        Play.BOTH,
        () -> {
          systems.editAccount(code, "status", "Paused");
          systems.editRow(code, "status", "Terminated");
        },
        () ->
            systems.inSalesforce(code, "status").equals("Paused")
                && systems.inTracker(code, "status").equals("Terminated")
                && play.isHeld(code, "status"),
        () -> "held: each side keeps its own until someone decides");
    return code;
  }

  /** The two sides are made to agree; from then on edits flow again. */
  void settledByAPerson(String code) throws InterruptedException {
    play.arrives(
        code + " status settled by hand: Paused",
        Play.TRACKER,
        () -> systems.editRow(code, "status", "Paused"),
        () -> play.agreed(code, "status", "Paused") && !play.isHeld(code, "status"),
        () -> "both sides agree, so it is held no longer");
    play.arrives(
        code + " status: Active",
        Play.SALESFORCE,
        () -> systems.editAccount(code, "status", "Active"),
        () -> play.agreed(code, "status", "Active"),
        () -> "tracker shows " + systems.inTracker(code, "status"));
  }

  /**
   * A day that the calendar lacks, and a good edit beside it.
   *
   * @return the partner whose date is held
   */
  String noSuchDay() throws InterruptedException {
    String code = cast.next();
    String before = systems.inSalesforce(code, "onboardedOn");
    play.arrives(
        code + " onboarded on 2026-02-31, and a title",
        Play.TRACKER,
        () -> {
          systems.editRow(code, "onboardedOn", "2026-02-31");
          systems.editRow(code, "title", "Buyer");
        },
        () -> play.agreed(code, "title", "Buyer") && play.isHeld(code, "onboardedOn"),
        () ->
            systems.inSalesforce(code, "onboardedOn").equals(before)
                ? "the title arrived; the date is held, Salesforce keeps its own"
                : "Salesforce took " + systems.inSalesforce(code, "onboardedOn"));
    return code;
  }
}
