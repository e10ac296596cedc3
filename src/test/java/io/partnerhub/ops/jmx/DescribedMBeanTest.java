package io.partnerhub.ops.jmx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import javax.management.MBeanException;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanParameterInfo;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;
import org.junit.jupiter.api.Test;

class DescribedMBeanTest {

  @Described("A shop.")
  public static final class Shop {

    @Described("A sale.")
    public record Sale(
        @Described("What.") String what,
        @Described("How many.") int pieces,
        @Described("When.") Instant at) {}

    @Described("All sales.")
    @Exposed(Exposed.As.ATTRIBUTE)
    public List<Sale> sales() {
      return List.of(
          new Sale("tea", 2, Instant.EPOCH), new Sale("tea", 2, null), new Sale("cake", 1, null));
    }

    @Described("Sells.")
    @Exposed(Exposed.As.ACTION)
    public Sale sell(@Described("What to sell.") String what) {
      if (what == null) {
        throw new IllegalArgumentException("Say what to sell.");
      }
      return new Sale(what, 1, Instant.EPOCH);
    }

    @Described("Breaks.")
    @Exposed(Exposed.As.QUESTION)
    public String broken() {
      throw new OwnFault();
    }

    public String hidden() {
      return "not exposed";
    }
  }

  static final class OwnFault extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  @Described("Has a parameter without a sentence.")
  public static final class Mute {

    @Described("Asks.")
    @Exposed(Exposed.As.QUESTION)
    public String ask(String what) {
      return what;
    }
  }

  @Described("Counts.")
  public static final class Counter {

    @Described("Adds.")
    @Exposed(Exposed.As.QUESTION)
    public long add(@Described("To this.") long number, @Described("So much.") int more) {
      return number + more;
    }
  }

  private final DescribedMBean shop = new DescribedMBean(new Shop(), fault -> false);

  @Test
  void a_list_of_records_is_a_table_in_its_order_with_equal_rows_kept() throws Exception {
    TabularData sales = (TabularData) shop.getAttribute("Sales");

    assertThat(sales.size()).isEqualTo(3);
    assertThat(sales.get(new Object[] {3}).get("what")).isEqualTo("cake");
    assertThat(sales.get(new Object[] {1}).get("at")).isEqualTo(new Date(0));
    assertThat(sales.get(new Object[] {2}).get("at")).isNull();
  }

  @Test
  void a_record_is_a_composite_and_keeps_its_sentences() throws Exception {
    CompositeData sale = sell("tea");

    assertThat(sale.get("what")).isEqualTo("tea");
    assertThat(sale.get("pieces")).isEqualTo(1);
    assertThat(sale.getCompositeType().getDescription("pieces")).isEqualTo("How many.");
  }

  @Test
  void what_a_caller_did_wrong_is_told_in_our_words() {
    assertThatThrownBy(() -> sell(null))
        .isInstanceOf(MBeanException.class)
        .cause()
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .hasMessage("Say what to sell.");
  }

  @Test
  void no_fault_of_our_own_classes_travels() {
    assertThatThrownBy(() -> shop.invoke("broken", new Object[0], new String[0]))
        .isInstanceOf(MBeanException.class)
        .cause()
        .isExactlyInstanceOf(IllegalStateException.class)
        .hasNoCause();
  }

  @Test
  void the_info_names_parameters_and_tells_questions_from_actions() {
    MBeanOperationInfo[] operations = shop.getMBeanInfo().getOperations();

    assertThat(operations)
        .extracting(MBeanOperationInfo::getName)
        .containsExactly("broken", "sell");
    assertThat(operations[0].getImpact()).isEqualTo(MBeanOperationInfo.INFO);
    assertThat(operations[1].getImpact()).isEqualTo(MBeanOperationInfo.ACTION);
    assertThat(operations[1].getSignature()[0].getName()).isEqualTo("what");
    assertThat(operations[1].getSignature()[0].getDescription()).isEqualTo("What to sell.");
  }

  @Test
  void numbers_go_by_the_type_that_is_declared_or_by_that_which_clients_are_told()
      throws Exception {
    DescribedMBean counter = new DescribedMBean(new Counter(), fault -> false);
    String[] told =
        Arrays.stream(counter.getMBeanInfo().getOperations()[0].getSignature())
            .map(MBeanParameterInfo::getType)
            .toArray(String[]::new);

    assertThat(counter.invoke("add", new Object[] {2L, 3}, told)).isEqualTo(5L);
    assertThat(counter.invoke("add", new Object[] {2L, 3}, new String[] {"long", "int"}))
        .isEqualTo(5L);
    assertThatThrownBy(() -> counter.invoke("add", new Object[] {2L, null}, told))
        .hasStackTraceContaining("Give a number for more");
  }

  @Test
  void something_exposed_without_a_sentence_is_refused() {
    assertThatThrownBy(() -> new DescribedMBean(new Mute(), fault -> false))
        .hasMessageContaining("@Described");
  }

  private CompositeData sell(String what) throws Exception {
    return (CompositeData)
        shop.invoke("sell", new Object[] {what}, new String[] {String.class.getName()});
  }
}
