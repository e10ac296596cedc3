package io.partnerhub.sandbox.demo.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerhub.cli.CommandFailure;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CsvRowsTest {

  private static final String HEADER =
      "customerID,companyName,contactName,contactTitle,address,city,region,postalCode,country,phone,fax\n";
  private static final String ALFKI =
      "ALFKI,Alfreds Futterkiste,Maria Anders,Owner,Obere Str. 57,Berlin,NULL,12209,Germany,030-0074321,NULL\n";
  private static final String BLAUS =
      "BLAUS,Blauer See,Hanna Moos,Owner,Forsterstr. 57,Mannheim,NULL,68306,Germany,0621-08460,NULL\n";

  @Test
  void a_comma_outside_quotes_is_reported_with_its_line_and_stops_no_other_row() {
    CsvRows<Customer> file =
        parse(HEADER + ALFKI + BLAUS.replace("Forsterstr. 57", "Forsterstr. 57, rear"));

    assertThat(file.rows()).extracting(Customer::code).containsExactly("ALFKI");
    assertThat(file.faults())
        .containsExactly(
            "some.csv, line 3: 12 columns instead of 11; put a text that holds a comma in quotes;"
                + " left out");
  }

  @Test
  void a_quote_that_is_not_closed_takes_only_its_own_line() {
    CsvRows<Customer> file = parse(HEADER + ALFKI.replace("Berlin", "\"Berlin") + BLAUS);

    assertThat(file.rows()).extracting(Customer::code).containsExactly("BLAUS");
    assertThat(file.faults()).singleElement().asString().startsWith("some.csv, line 2: ");
  }

  @Test
  void the_word_NULL_is_an_empty_value() {
    CsvRows<Customer> file = parse(HEADER + ALFKI.replace("Maria Anders", "NULL"));

    assertThat(file.rows()).singleElement().extracting(Customer::contact).isNull();
  }

  @Test
  void a_customer_without_an_id_is_reported() {
    CsvRows<Customer> file = parse(HEADER + ALFKI.replace("ALFKI", "NULL"));

    assertThat(file.faults())
        .containsExactly("some.csv, line 2: customerID must not be empty; left out");
  }

  @Test
  void the_second_customer_with_an_id_is_reported() {
    CsvRows<Customer> file = parse(HEADER + ALFKI + BLAUS + ALFKI);

    assertThat(file.rows()).hasSize(2);
    assertThat(file.faults())
        .containsExactly("some.csv, line 4: ALFKI stands in an earlier line too; left out");
  }

  @Test
  void bytes_that_are_no_UTF_8_are_named_by_their_line() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes((HEADER + ALFKI).getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes(BLAUS.replace("Moos", "Moös").getBytes(StandardCharsets.ISO_8859_1));

    assertThatThrownBy(() -> CsvRows.parse("some.csv", bytes.toByteArray(), Customer.FORMAT))
        .isInstanceOf(CommandFailure.class)
        .hasMessageMatching("some\\.csv, line 3: byte \\d+ is no UTF-8; save the file as UTF-8");
  }

  @Test
  void other_columns_are_refused() {
    assertThatThrownBy(() -> parse("id,name\n"))
        .isInstanceOf(CommandFailure.class)
        .hasMessageStartingWith("some.csv, line 1: the columns must be customerID,companyName,");
  }

  @Test
  void a_day_that_the_calendar_lacks_is_reported_with_its_column() {
    String order =
        "1,ALFKI,5,1998-02-31 00:00:00.000,1998-03-01 00:00:00.000,NULL,3,32.38,A,B,C,NULL,1,D\n";

    assertThat(
            CsvRows.parse(
                    "some.csv",
                    (String.join(",", Order.FORMAT.columns()) + "\n" + order)
                        .getBytes(StandardCharsets.UTF_8),
                    Order.FORMAT)
                .faults())
        .containsExactly(
            "some.csv, line 2: orderDate \"1998-02-31 00:00:00.000\" is no day such as 1998-05-06"
                + " 00:00:00.000; left out");
  }

  @Test
  void a_number_that_is_none_is_reported_with_its_column() {
    assertThat(
            CsvRows.parse(
                    "some.csv",
                    (String.join(",", OrderLine.FORMAT.columns())
                            + "\n1,2,3.5,many,0\n1,3,1,1.5,0\n")
                        .getBytes(StandardCharsets.UTF_8),
                    OrderLine.FORMAT)
                .faults())
        .containsExactly(
            "some.csv, line 2: quantity \"many\" is no number; left out",
            "some.csv, line 3: quantity \"1.5\" is no whole number; left out");
  }

  private static CsvRows<Customer> parse(String text) {
    return CsvRows.parse("some.csv", text.getBytes(StandardCharsets.UTF_8), Customer.FORMAT);
  }
}
