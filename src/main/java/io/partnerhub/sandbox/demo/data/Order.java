package io.partnerhub.sandbox.demo.data;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A row of the Northwind orders; a text is null where the file says {@code NULL} or nothing.
 *
 * @param number never null
 * @param customer code of the customer, never null
 * @param shippedOn null when it was not shipped
 * @param shipper number of the shipper
 */
public record Order(
    String number,
    String customer,
    LocalDate orderedOn,
    LocalDate requiredOn,
    LocalDate shippedOn,
    String shipper,
    BigDecimal freight,
    String name,
    String street,
    String city,
    String region,
    String postalCode,
    String country) {

  private static final List<String> COLUMNS =
      List.of(
          "orderID",
          "customerID",
          "employeeID",
          "orderDate",
          "requiredDate",
          "shippedDate",
          "shipVia",
          "freight",
          "shipName",
          "shipAddress",
          "shipCity",
          "shipRegion",
          "shipPostalCode",
          "shipCountry");

  static final CsvRows.Format<Order> FORMAT =
      new CsvRows.Format<>(COLUMNS, cells -> of(new Cells(COLUMNS, cells)), Order::number);

  private static Order of(Cells cells) {
    return new Order(
        cells.required("orderID"),
        cells.required("customerID"),
        cells.requiredDay("orderDate"),
        cells.requiredDay("requiredDate"),
        cells.day("shippedDate"),
        cells.required("shipVia"),
        cells.amount("freight"),
        cells.text("shipName"),
        cells.text("shipAddress"),
        cells.text("shipCity"),
        cells.text("shipRegion"),
        cells.text("shipPostalCode"),
        cells.text("shipCountry"));
  }

  /** The same so many days later. */
  Order later(long days) {
    return new Order(
        number,
        customer,
        orderedOn.plusDays(days),
        requiredOn.plusDays(days),
        shippedOn == null ? null : shippedOn.plusDays(days),
        shipper,
        freight,
        name,
        street,
        city,
        region,
        postalCode,
        country);
  }
}
