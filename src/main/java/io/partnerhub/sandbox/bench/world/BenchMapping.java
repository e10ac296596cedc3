package io.partnerhub.sandbox.bench.world;

import io.partnerhub.cli.HubHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The partner mapping as it is published; only where partners lie in Smartsheet is the bench's. */
public final class BenchMapping {

  /** The field that says which sheet a partner lies on, and its name in Salesforce. */
  static final String FIELD = "postalCode";

  static final String SALESFORCE_FIELD = "BillingPostalCode";

  private static final Pattern ONE_SHEET = Pattern.compile("(?m)^    sheet: .*$");

  private BenchMapping() {}

  public static Path published() {
    return HubHome.directory().resolve("deploy/examples/partner-alone/partner.yaml");
  }

  /** The value of {@link #FIELD} of all partners on a sheet, counted from 0. */
  static String value(int sheet) {
    return "Z%03d".formatted(sheet + 1);
  }

  /** The key of a sheet's id in the hub's configuration, behind {@code smartsheet.sheet.}. */
  static String key(String type, int sheets, int sheet) {
    return sheets == 1 ? type : type + "." + name(sheet);
  }

  /** Writes the mapping for so many partners. */
  static void write(Size size, Path file) throws IOException {
    Files.writeString(file, spread(published(), FIELD, size.sheets()));
  }

  /** A mapping whose records lie on so many sheets, by the values of a field. */
  static String spread(Path mapping, String field, int sheets) throws IOException {
    String text = Files.readString(mapping);
    if (sheets == 1) {
      return text;
    }
    Matcher sheet = ONE_SHEET.matcher(text);
    if (!sheet.find()) {
      throw new IllegalStateException(
          mapping + " has no line \"sheet:\" for Smartsheet any more: adapt the bench");
    }
    String places =
        IntStream.range(0, sheets)
            .mapToObj(i -> value(i) + ": " + name(i))
            .collect(Collectors.joining(", "));
    return sheet.replaceFirst("    sheetBy: " + field + "\n    sheets: {" + places + "}");
  }

  private static String name(int sheet) {
    return "zone-%03d".formatted(sheet + 1);
  }
}
