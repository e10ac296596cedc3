package io.partnerhub.ledger;

import io.partnerhub.model.SystemName;
import io.partnerhub.sync.Decision;
import io.partnerhub.sync.LedgerEntry;
import io.partnerhub.sync.Origin;

/** What happened, in words for specialists. */
final class Sentences {

  private static final int LONGEST = 80;

  private Sentences() {}

  static String source(Origin origin, Reasons.Source source) {
    if (origin.rule().startsWith("chosen")) {
      return origin.rule();
    }
    if (origin.system().equals(SystemName.HUB)) {
      return "worked out by the hub (%s)".formatted(origin.rule());
    }
    String where =
        source.readAt() == null
            ? "set there; its entry is older than the ledger keeps them"
            : "set there" + version(source.version()) + by(source.by());
    return "%s; accepted by the rule \"%s\"".formatted(where, origin.rule());
  }

  static String write(LedgerEntry entry) {
    String note = entry.note() == null ? "" : entry.note();
    return switch (entry.event()) {
      case WRITTEN -> "the hub wrote it (%s), and it was taken".formatted(note);
      case REJECTED -> "refused the write: " + note;
      case DUPLICATE -> "refused to add it, as there is one already: " + note;
      case RETRY_LATER -> "could not take the write, which is tried again: " + note;
      case UNKNOWN -> "gave no usable answer to the write: " + note;
      case GIVEN_UP -> "the write was given up and became a dead letter: " + note;
      case GONE -> "the copy was gone when it was to be written: " + note;
      default -> "the write was overtaken: " + note;
    };
  }

  static String decision(Decision decision, LedgerEntry entry) {
    String because = decision.because();
    return switch (decision.verdict()) {
      case REFUSED ->
          "%s%s was not accepted (%s); %s is put back"
              .formatted(shown(decision.was()), by(entry.by()), because, shown(decision.is()));
      case LATE ->
          "%s%s came late and changes nothing (%s)"
              .formatted(shown(decision.was()), by(entry.by()), because);
      case HELD -> "%s%s is held: %s".formatted(shown(decision.is()), by(entry.by()), because);
      case RELEASED -> "no longer held: " + because;
      case CHOSEN -> "%s was %s".formatted(shown(decision.is()), because);
      case LEARNT ->
          "shows %s where the hub wrote %s".formatted(shown(decision.is()), shown(decision.was()));
      case DELETED -> because + by(entry.by());
      default -> because;
    };
  }

  static String shown(String value) {
    if (value == null) {
      return "the empty value";
    }
    return '"' + (value.length() > LONGEST ? value.substring(0, LONGEST) + "…" : value) + '"';
  }

  private static String version(String version) {
    return version == null ? "" : " in version " + version;
  }

  private static String by(String by) {
    return by == null ? "" : ", last saved by " + by;
  }
}
