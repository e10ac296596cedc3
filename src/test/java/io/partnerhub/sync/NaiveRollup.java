package io.partnerhub.sync;

import static io.partnerhub.model.SystemName.FULFILLMENT;

import io.partnerhub.model.Values;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The derived fields of rollup-partner.yaml, worked out by looking at every child of all. */
final class NaiveRollup {

  private final List<Values> children = new ArrayList<>();

  /**
   * @param all in the order of their ids
   */
  NaiveRollup(String partner, Collection<Dossier> all) {
    for (Dossier child : all) {
      Values values = child.record().agreed();
      if (partner.equals(values.get("partner")) && stands(child)) {
        children.add(values);
      }
    }
  }

  private static boolean stands(Dossier child) {
    boolean linked = false;
    boolean gone = false;
    for (Replica replica : child.replicas().values()) {
      linked |= replica.state() == Replica.State.LINKED;
      gone |= replica.state() == Replica.State.GONE;
    }
    boolean everywhere = child.replica(FULFILLMENT).state() == Replica.State.GONE;
    return !everywhere && (linked || !gone);
  }

  Map<String, String> fields() {
    Map<String, String> fields = new HashMap<>();
    fields.put("activations", "" + children.size());
    fields.put("open", count(c -> Set.of("Requested", "Shipped").contains(text(c, "status"))));
    fields.put(
        "units",
        rounded(
            children.stream()
                .filter(c -> text(c, "status").equals("Activated"))
                .map(c -> number(c.get("units")))
                .flatMap(Optional::stream)
                .reduce(BigDecimal.ZERO, BigDecimal::add)));
    fields.put(
        "fewest",
        values("units", NaiveRollup::number)
            .min(Comparator.naturalOrder())
            .map(NaiveRollup::rounded)
            .orElse(null));
    fields.put("last", greatest("on", NaiveRollup::day));
    fields.put(
        "oldestBlocker",
        values("blockedOn", NaiveRollup::day)
            .min(Comparator.naturalOrder())
            .map(LocalDate::toString)
            .orElse(null));
    fields.put("lastSeen", greatest("seenAt", NaiveRollup::moment));
    fields.put("anyPaid", "" + children.stream().anyMatch(NaiveRollup::isPaid));
    fields.put(
        "allPaid", "" + (!children.isEmpty() && children.stream().allMatch(NaiveRollup::isPaid)));
    fields.put(
        "tagged", count(c -> text(c, "tags").matches(".*[xy].*") && c.get("blockedOn") == null));
    fields.put("lastStatus", lastStatus());
    fields.put("progress", progress());
    fields.values().removeIf(Objects::isNull);
    return fields;
  }

  private String lastStatus() {
    Values last = null;
    for (Values child : children) {
      Optional<LocalDate> day = day(child.get("on"));
      if (day.isPresent() && (last == null || !day.get().isBefore(day(last.get("on")).get()))) {
        last = child;
      }
    }
    return last == null ? null : last.get("status");
  }

  private String progress() {
    long active = children.stream().filter(c -> text(c, "status").equals("Activated")).count();
    if (active > 0) {
      return active == children.size() ? "Complete" : "Partial";
    }
    return "None";
  }

  private String count(Predicate<Values> which) {
    return "" + children.stream().filter(which).count();
  }

  private <T extends Comparable<? super T>> String greatest(
      String field, Function<String, Optional<T>> read) {
    return values(field, read).max(Comparator.naturalOrder()).map(Object::toString).orElse(null);
  }

  private <T> Stream<T> values(String field, Function<String, Optional<T>> read) {
    return children.stream().map(c -> read.apply(c.get(field))).flatMap(Optional::stream);
  }

  private static boolean isPaid(Values child) {
    return text(child, "paid").equals("true");
  }

  private static String text(Values child, String field) {
    return Objects.requireNonNullElse(child.get(field), "");
  }

  private static Optional<BigDecimal> number(String text) {
    try {
      return Optional.ofNullable(text).map(BigDecimal::new);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.ofNullable(text).map(LocalDate::parse);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> moment(String text) {
    try {
      return Optional.ofNullable(text).map(Instant::parse);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static String rounded(BigDecimal number) {
    BigDecimal rounded = number.setScale(1, RoundingMode.HALF_UP);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }
}
