package io.partnerhub.sandbox.matrix;

import io.partnerhub.sandbox.salesforce.Org;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The mappings of the stage, and what is in Salesforce in the beginning. */
final class Setting {

  static final String PARTNER = "PARTNER";

  /** Records that a system shows at a time, where it is to show several pages. */
  static final int PAGE = 2;

  /** Partners whose region changes again and again, so that their rows move. */
  static final List<String> MOVERS = List.of("MOVER-A", "MOVER-B");

  private Setting() {}

  /**
   * The published mappings, but that a deleted activation is deleted everywhere, and pages are
   * short.
   */
  static Path mappings(Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(Path.of("mappings"))) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
    change(to.resolve("activation.yaml"), "onDelete: .*(?=\\n)", "onDelete: propagate");
    change(to.resolve("fulfillment.connector.yaml"), "limit: \"500\"", "limit: \"" + PAGE + "\"");
    return to;
  }

  /** From now on the partners of Europe are in a sheet of their own. */
  static void spreadPartners(Path mappings) throws IOException {
    change(
        mappings.resolve("partner.yaml"),
        "    sheet: Partner tracker .*(?=\\n)",
        "    sheetBy: region\n    sheets: {Europe: europe}\n    otherwise: rest");
  }

  private static void change(Path mapping, String pattern, String by) throws IOException {
    String text = Files.readString(mapping);
    String changed = text.replaceAll(pattern, by);
    if (changed.equals(text)) {
      throw new IllegalStateException(mapping + " has no " + pattern);
    }
    Files.writeString(mapping, changed);
  }

  static void seed(Org org, int orders, int activations) {
    org.seed(
        "Account",
        Stream.concat(Stream.of(PARTNER), MOVERS.stream())
            .map(code -> Map.<String, Object>of("Partner_Code__c", code, "Name", "Partner " + code))
            .toList());
    org.seed("Order", IntStream.rangeClosed(1, orders).mapToObj(n -> order(number(n))).toList());
    org.seed(
        "Activation__c",
        IntStream.rangeClosed(1, activations).mapToObj(n -> activation(unit(n))).toList());
  }

  static Map<String, Object> order(String number) {
    return Map.of(
        "Order_Number__c",
        number,
        "Account",
        Map.of("Partner_Code__c", PARTNER),
        "EffectiveDate",
        "2026-01-15",
        "Status",
        "Draft");
  }

  private static Map<String, Object> activation(String number) {
    return Map.of(
        "Activation_Number__c",
        number,
        "Order__r",
        Map.of("Order_Number__c", number(1)),
        "Partner__r",
        Map.of("Partner_Code__c", PARTNER),
        "Status__c",
        "Requested");
  }

  static String number(int order) {
    return "ORD-%04d".formatted(order);
  }

  static String unit(int activation) {
    return "UNIT-%04d".formatted(activation);
  }
}
