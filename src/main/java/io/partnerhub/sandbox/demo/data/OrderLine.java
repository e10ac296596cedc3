package io.partnerhub.sandbox.demo.data;

import java.util.List;

/**
 * A row of the Northwind order details.
 *
 * @param order number of the order
 * @param product number of the product, once in an order
 * @param units how many of it
 */
record OrderLine(String order, String product, int units) {

  private static final List<String> COLUMNS =
      List.of("orderID", "productID", "unitPrice", "quantity", "discount");

  static final CsvRows.Format<OrderLine> FORMAT =
      new CsvRows.Format<>(
          COLUMNS,
          cells -> of(new Cells(COLUMNS, cells)),
          line -> line.order() + "/" + line.product());

  private static OrderLine of(Cells cells) {
    return new OrderLine(
        cells.required("orderID"), cells.required("productID"), cells.count("quantity"));
  }
}
