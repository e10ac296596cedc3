package io.partnerhub.sandbox.demo.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerhub.cli.CommandFailure;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CustomerFileTest {

  private static final String HEADER =
      "customerID,companyName,contactName,contactTitle,address,city,region,postalCode,country,phone,fax\n";
  private static final String ALFKI =
      "ALFKI,Alfreds Futterkiste,Maria Anders,Owner,Obere Str. 57,Berlin,NULL,12209,Germany,030-0074321,NULL\n";
  private static final String BLAUS =
      "BLAUS,Blauer See,Hanna Moos,Owner,Forsterstr. 57,Mannheim,NULL,68306,Germany,0621-08460,NULL\n";

  @Test
  void the_file_of_the_sandbox_has_91_customers_and_no_fault() {
    CustomerFile file = CustomerFile.northwind();

    assertThat(file.customers()).hasSize(91);
    assertThat(file.faults()).isEmpty();
    assertThat(file.customers())
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
  }

  @Test
  void a_comma_outside_quotes_is_reported_with_its_line_and_stops_no_other_row() {
    CustomerFile file =
        parse(HEADER + ALFKI + BLAUS.replace("Forsterstr. 57", "Forsterstr. 57, rear"));

    assertThat(file.customers()).extracting(Customer::code).containsExactly("ALFKI");
    assertThat(file.faults())
        .containsExactly(
            "some.csv, line 3: 12 columns instead of 11; put a text that holds a comma in quotes;"
                + " skipped");
  }

  @Test
  void a_quote_that_is_not_closed_takes_only_its_own_line() {
    CustomerFile file = parse(HEADER + ALFKI.replace("Berlin", "\"Berlin") + BLAUS);

    assertThat(file.customers()).extracting(Customer::code).containsExactly("BLAUS");
    assertThat(file.faults()).singleElement().asString().startsWith("some.csv, line 2: ");
  }

  @Test
  void the_word_NULL_is_an_empty_value() {
    CustomerFile file = parse(HEADER + ALFKI.replace("Maria Anders", "NULL"));

    assertThat(file.customers()).singleElement().extracting(Customer::contact).isNull();
  }

  @Test
  void a_customer_without_an_id_is_reported() {
    CustomerFile file = parse(HEADER + ALFKI.replace("ALFKI", "NULL"));

    assertThat(file.faults())
        .containsExactly("some.csv, line 2: customerID and companyName must not be empty; skipped");
  }

  @Test
  void the_second_customer_with_an_id_is_reported() {
    CustomerFile file = parse(HEADER + ALFKI + BLAUS + ALFKI);

    assertThat(file.customers()).hasSize(2);
    assertThat(file.faults())
        .containsExactly("some.csv, line 4: ALFKI stands in an earlier line too; skipped");
  }

  @Test
  void bytes_that_are_no_UTF_8_are_named_by_their_line() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes((HEADER + ALFKI).getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes(BLAUS.replace("Moos", "Moös").getBytes(StandardCharsets.ISO_8859_1));

    assertThatThrownBy(() -> CustomerFile.parse("some.csv", bytes.toByteArray()))
        .isInstanceOf(CommandFailure.class)
        .hasMessageMatching("some\\.csv, line 3: byte \\d+ is no UTF-8; save the file as UTF-8");
  }

  @Test
  void other_columns_are_refused() {
    assertThatThrownBy(() -> parse("id,name\n"))
        .isInstanceOf(CommandFailure.class)
        .hasMessageStartingWith("some.csv, line 1: the columns must be customerID,companyName,");
  }

  private static CustomerFile parse(String text) {
    return CustomerFile.parse("some.csv", text.getBytes(StandardCharsets.UTF_8));
  }
}
