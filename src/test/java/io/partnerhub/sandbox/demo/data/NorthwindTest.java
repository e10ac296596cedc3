package io.partnerhub.sandbox.demo.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NorthwindTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 5);

  private final Northwind northwind = Northwind.movedTo(TODAY);

  @Test
  void it_has_all_91_customers_and_829_of_830_orders() {
    assertThat(northwind.customers()).hasSize(91);
    assertThat(northwind.orders()).hasSize(829);
    assertThat(northwind.lines()).hasSize(829);
  }

  @Test
  void the_line_with_the_unescaped_comma_is_reported_with_what_to_do_and_its_details_too() {
    assertThat(northwind.faults())
        .containsExactly(
            "orders.csv, line 4: 15 columns instead of 14; put a text that holds a comma in quotes;"
                + " left out",
            "order-details.csv: 3 lines of order 10250, which is left out; left out too");
  }

  @Test
  void an_address_with_a_comma_is_whole() {
    assertThat(northwind.customers())
        .filteredOn(customer -> customer.code().equals("BLONP"))
        .singleElement()
        .isEqualTo(
            new Customer(
                "BLONP",
                "Blondesddsl père et fils",
                "Frédérique Citeaux",
                "Marketing Manager",
                "24, place Kléber",
                "Strasbourg",
                "67000",
                "France",
                "88.60.15.31"));
    assertThat(northwind.orders())
        .filteredOn(order -> order.number().equals("10251"))
        .singleElement()
        .extracting(Order::street, Order::city)
        .containsExactly("2, rue du Commerce", "Lyon");
  }

  @Test
  void the_latest_orders_are_of_today_and_all_others_keep_their_distance() {
    assertThat(northwind.orders()).extracting(Order::orderedOn).last().isEqualTo(TODAY);
    Order first = northwind.orders().get(0);
    assertThat(first.orderedOn()).isEqualTo(TODAY.minusDays(671));
    assertThat(first.shippedOn()).isEqualTo(first.orderedOn().plusDays(12));
    assertThat(first.requiredOn()).isEqualTo(first.orderedOn().plusDays(28));
  }

  @Test
  void an_order_of_a_customer_or_shipper_that_is_in_no_file_is_reported() {
    Order order = northwind.orders().get(0);
    List<String> faults = new ArrayList<>();

    assertThat(
            Northwind.known(
                List.of(order, withCustomer(order, "NOONE")),
                northwind.customers(),
                Map.of("1", "Speedy Express"),
                faults))
        .isEmpty();

    assertThat(faults)
        .containsExactly(
            "orders.csv: order 10248 names the shipper 3, which is in no file; left out",
            "orders.csv: order 10248 names the customer NOONE, which is in no file; left out");
  }

  private static Order withCustomer(Order order, String customer) {
    return new Order(
        order.number(),
        customer,
        order.orderedOn(),
        order.requiredOn(),
        order.shippedOn(),
        order.shipper(),
        BigDecimal.ONE,
        order.name(),
        order.street(),
        order.city(),
        order.region(),
        order.postalCode(),
        order.country());
  }
}
