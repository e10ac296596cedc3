package io.partnerhub.sandbox.demo;

import io.partnerhub.cli.CommandFailure;
import io.partnerhub.cli.ExitCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Customers from a CSV text, a line each. A line that is no row is reported and skipped, never
 * guessed: the others go on.
 *
 * @param faults what was skipped and why, a sentence with the line each
 */
record CustomerFile(List<Customer> customers, List<String> faults) {

  private static final String EMPTY = "NULL";
  private static final List<String> HEADER =
      List.of(
          "customerID",
          "companyName",
          "contactName",
          "contactTitle",
          "address",
          "city",
          "region",
          "postalCode",
          "country",
          "phone",
          "fax");

  /** The customers that come with the sandbox. */
  static CustomerFile northwind() {
    try (InputStream in = CustomerFile.class.getResourceAsStream("customers.csv")) {
      return parse("customers.csv", in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("customers.csv cannot be read", e);
    }
  }

  /**
   * Reads a file.
   *
   * @param name for messages
   * @throws CommandFailure when it is not UTF-8 or has other columns
   */
  static CustomerFile parse(String name, byte[] bytes) {
    List<String> lines = decode(name, bytes).lines().toList();
    Map<String, Customer> customers = new LinkedHashMap<>();
    List<String> faults = new ArrayList<>();
    requireHeader(name, lines);
    for (int at = 1; at < lines.size(); at++) {
      try {
        Customer customer = customer(lines.get(at));
        if (customers.putIfAbsent(customer.code(), customer) != null) {
          throw new IllegalArgumentException(customer.code() + " stands in an earlier line too");
        }
      } catch (IllegalArgumentException e) {
        faults.add("%s, line %d: %s; skipped".formatted(name, at + 1, e.getMessage()));
      }
    }
    return new CustomerFile(List.copyOf(customers.values()), List.copyOf(faults));
  }

  private static void requireHeader(String name, List<String> lines) {
    if (lines.isEmpty() || !cells(lines.get(0)).equals(HEADER)) {
      throw new CommandFailure(
          ExitCode.WRONG_INPUT,
          "%s, line 1: the columns must be %s".formatted(name, String.join(",", HEADER)));
    }
  }

  private static Customer customer(String line) {
    List<String> cells = cells(line);
    if (cells.size() != HEADER.size()) {
      throw new IllegalArgumentException(
          "%d columns instead of %d; put a text that holds a comma in quotes"
              .formatted(cells.size(), HEADER.size()));
    }
    String code = cells.get(0);
    String company = cells.get(1);
    if (code == null || company == null) {
      throw new IllegalArgumentException("customerID and companyName must not be empty");
    }
    return new Customer(
        code,
        company,
        cells.get(2),
        cells.get(3),
        cells.get(4),
        cells.get(5),
        cells.get(7),
        cells.get(8),
        cells.get(9));
  }

  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    try (CSVParser parser = CSVParser.parse(line, CSVFormat.RFC4180)) {
      for (CSVRecord row : parser) {
        for (String cell : row) {
          cells.add(cell.isBlank() || cell.equals(EMPTY) ? null : cell);
        }
      }
      return cells;
    } catch (IOException | UncheckedIOException e) {
      throw new IllegalArgumentException("a quote is not closed or stands inside a text", e);
    }
  }

  private static String decode(String name, byte[] bytes) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(in, out, true);
    out.flip();
    if (result.isError()) {
      long line = out.chars().filter(c -> c == '\n').count() + 1;
      throw new CommandFailure(
          ExitCode.WRONG_INPUT,
          "%s, line %d: byte %d is no UTF-8; save the file as UTF-8"
              .formatted(name, line, in.position() + 1));
    }
    return out.toString();
  }
}
