package io.partnerhub.sandbox.demo.data;

import java.util.List;

/** A row of the Northwind shippers. */
record Shipper(String number, String name) {

  private static final List<String> COLUMNS = List.of("shipperID", "companyName", "phone");

  static final CsvRows.Format<Shipper> FORMAT =
      new CsvRows.Format<>(COLUMNS, cells -> of(new Cells(COLUMNS, cells)), Shipper::number);

  private static Shipper of(Cells cells) {
    return new Shipper(cells.required("shipperID"), cells.required("companyName"));
  }
}
