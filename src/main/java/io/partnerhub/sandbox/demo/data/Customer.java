package io.partnerhub.sandbox.demo.data;

import java.util.List;

/**
 * A row of the Northwind customers; a text is null where the file says {@code NULL} or nothing.
 *
 * @param code five letters, never null
 * @param company never null
 */
public record Customer(
    String code,
    String company,
    String contact,
    String title,
    String street,
    String city,
    String postalCode,
    String country,
    String phone) {

  private static final List<String> COLUMNS =
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

  static final CsvRows.Format<Customer> FORMAT =
      new CsvRows.Format<>(COLUMNS, cells -> of(new Cells(COLUMNS, cells)), Customer::code);

  private static Customer of(Cells cells) {
    return new Customer(
        cells.required("customerID"),
        cells.required("companyName"),
        cells.text("contactName"),
        cells.text("contactTitle"),
        cells.text("address"),
        cells.text("city"),
        cells.text("postalCode"),
        cells.text("country"),
        cells.text("phone"));
  }
}
