package io.partnerhub.sandbox.demo.data;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * An activation as it stands in the morning: one for each line of the orders that fulfillment works
 * on or shipped in the last two months.
 *
 * @param status as the hub calls it
 * @param serial null until the unit is provisioned
 * @param activatedOn null until it is activated
 * @param blocker what keeps it from going on; null when nothing does
 * @param blockedOn since when
 */
public record MorningActivation(
    String number,
    Order order,
    String status,
    String serial,
    LocalDate activatedOn,
    String blocker,
    LocalDate blockedOn) {

  private static final int RECENT_DAYS = 60;
  private static final int ACTIVATED_AFTER_DAYS = 5;
  private static final List<String> BLOCKERS =
      List.of(
          "Partner has not sent the contract back",
          "Unit arrived damaged, replacement asked for",
          "No one answers the phone");
  private static final Set<String> BEFORE_SHIPPING = Set.of("Accepted", "Picked");

  /** For orders as they stand. */
  static List<MorningActivation> of(
      List<MorningOrder> orders, Northwind northwind, LocalDate today) {
    List<MorningActivation> activations = new ArrayList<>();
    for (MorningOrder order : orders) {
      if (isRecent(order, today)) {
        for (OrderLine line : northwind.lines().getOrDefault(order.number(), List.of())) {
          activations.add(of(order, line, activations.size(), today));
        }
      }
    }
    return List.copyOf(activations);
  }

  private static boolean isRecent(MorningOrder order, LocalDate today) {
    LocalDate shipped = order.order().shippedOn();
    return shipped == null
        ? BEFORE_SHIPPING.contains(order.status())
        : shipped.plusDays(RECENT_DAYS).isAfter(today);
  }

  private static MorningActivation of(
      MorningOrder order, OrderLine line, int place, LocalDate today) {
    String number = "A%s-%s".formatted(order.number(), line.product());
    LocalDate activated = activatedOn(order, place, today);
    String status = status(order.status(), activated, place);
    boolean blocked = Set.of("Provisioned", "Delivered").contains(status) && place % 7 == 0;
    return new MorningActivation(
        number,
        order.order(),
        status,
        status.equals("Requested") ? null : "NW%s%06d".formatted(line.product(), place + 1),
        Set.of("Activated", "Suspended").contains(status) ? activated : null,
        blocked ? BLOCKERS.get(place % BLOCKERS.size()) : null,
        blocked ? today.minusDays(1 + place % 9) : null);
  }

  private static String status(String order, LocalDate activated, int place) {
    return switch (order) {
      case "Accepted" -> "Requested";
      case "Picked" -> "Provisioned";
      case "Shipped" -> "Shipped";
      default -> afterDelivery(activated, place);
    };
  }

  private static String afterDelivery(LocalDate activated, int place) {
    if (place % 37 == 36) {
      return "Cancelled";
    }
    if (activated == null || place % 11 == 10) {
      return "Delivered";
    }
    return place % 29 == 28 ? "Suspended" : "Activated";
  }

  /** Some days after the delivery; null while that is to come. */
  private static LocalDate activatedOn(MorningOrder order, int place, LocalDate today) {
    if (order.deliveredOn() == null) {
      return null;
    }
    LocalDate on = order.deliveredOn().plusDays(1 + place % ACTIVATED_AFTER_DAYS);
    return on.isAfter(today) ? null : on;
  }
}
