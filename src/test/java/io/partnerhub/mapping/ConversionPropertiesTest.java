package io.partnerhub.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.model.SystemName;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

class ConversionPropertiesTest {

  @Property(tries = 3000)
  void normalising_twice_is_normalising_once(
      @ForAll("fields") Field field,
      @ForAll("systems") SystemName system,
      @ForAll("natives") Object value) {
    Reading once = Fields.read(field, system, value);
    Reading twice = Fields.read(field, system, once.values().get("f"));

    assertThat(twice.values()).isEqualTo(once.values());
    assertThat(twice.unreadable().keySet()).isEqualTo(once.unreadable().keySet());
  }

  @Property
  void a_text_without_invisible_characters_is_read_as_ever(@ForAll("printed") String text) {
    Reading reading = Fields.readKey(Fields.of(Kind.TEXT), SystemName.SALESFORCE, text);

    assertThat(reading.unreadable()).isEmpty();
    assertThat(reading.values().get("f")).isEqualTo(text.isEmpty() ? null : text);
  }

  @Property(tries = 6000)
  void every_kind_meets_values_that_it_can_read(
      @ForAll("fields") Field field, @ForAll("natives") Object value) {
    boolean readable = Fields.read(field, SystemName.FULFILLMENT, value).unreadable().isEmpty();

    Statistics.label("read").collect(readable ? field.kind() : "no value");
    for (Kind kind : Kind.values()) {
      Statistics.label("read").coverage(seen -> seen.check(kind).count(n -> n >= 5));
    }
  }

  @Property(tries = 3000)
  void systems_that_read_one_value_differently_read_what_each_other_was_written(
      @ForAll("fields") Field field, @ForAll("natives") Object value) {
    Reading meant = Fields.read(field, SystemName.SMARTSHEET, value);
    Assume.that(meant.unreadable().isEmpty());

    for (SystemName system : List.of(SystemName.SALESFORCE, SystemName.FULFILLMENT)) {
      Map<String, Object> written =
          Conversion.toNative(Fields.mapping(field), system, Set.of("f"), meant.values());
      Object shown = written.get(field.names().get(system));
      assertThat(Fields.read(field, system, shown).values()).isEqualTo(meant.values());
    }
  }

  @Property(tries = 3000)
  void what_is_written_reads_as_what_was_meant(
      @ForAll("fields") Field field,
      @ForAll("systems") SystemName system,
      @ForAll("natives") Object value) {
    Reading meant = Fields.read(field, SystemName.SALESFORCE, value);
    Assume.that(meant.unreadable().isEmpty());

    Map<String, Object> written =
        Conversion.toNative(Fields.mapping(field), system, Set.of("f"), meant.values());
    Reading read = Fields.read(field, system, written.get(field.names().get(system)));

    assertThat(read.values()).isEqualTo(meant.values());
  }

  @Property
  void formatting_is_no_change_of_a_phone_number(
      @ForAll("digits") String digits, @ForAll("separators") String separator) {
    Field phone = Fields.of(Kind.PHONE);
    String typed = String.join(separator, digits.split(""));

    assertThat(Fields.read(phone, SystemName.SALESFORCE, typed))
        .isEqualTo(Fields.read(phone, SystemName.SALESFORCE, digits));
  }

  @Property
  void a_shortened_text_fits_and_is_known_as_one(@ForAll("longTexts") String text) {
    String shown = Shortened.to(100, text);

    assertThat(shown.length()).isLessThanOrEqualTo(100);
    assertThat(Conversion.isShortened(shown)).isEqualTo(text.length() > 100);
  }

  @Provide
  Arbitrary<Field> fields() {
    return Arbitraries.of(
        Fields.text(20),
        Fields.upperCase(),
        Fields.required(Kind.TEXT),
        Fields.required(Kind.DATETIME),
        Fields.required(Kind.MULTI_PICKLIST),
        Fields.of(Kind.REFERENCE),
        Fields.reference(),
        Fields.of(Kind.EMAIL),
        Fields.of(Kind.PHONE),
        Fields.scale(0),
        Fields.scale(2),
        Fields.scale(3),
        Fields.of(Kind.MONEY),
        Fields.of(Kind.DATE),
        Fields.of(Kind.DATETIME),
        Fields.of(Kind.BOOLEAN),
        Fields.choices(Kind.PICKLIST),
        Fields.choices(Kind.MULTI_PICKLIST));
  }

  @Provide
  Arbitrary<SystemName> systems() {
    return Arbitraries.of(SystemName.SALESFORCE, SystemName.SMARTSHEET, SystemName.FULFILLMENT);
  }

  @Provide
  Arbitrary<Object> natives() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(30).map(Object.class::cast),
        Arbitraries.strings().withChars("0123456789.,+-' ()eE").ofMaxLength(14).map(s -> s),
        Arbitraries.strings()
            .withChars("aA\u00df\u0130\u01f0 \u0301@.\r\n")
            .ofMaxLength(9)
            .map(s -> s),
        Arbitraries.strings()
            .withChars("a1@.\u0645\u2764\ufe0f \u00a0\u200b\u200c\u200d\u202d\u061c\ufeff")
            .ofMaxLength(7)
            .map(s -> s),
        Arbitraries.bigDecimals().map(b -> b),
        Arbitraries.integers().map(i -> new BigDecimal(1).movePointRight(i % 90)),
        Arbitraries.of(true, false),
        Arbitraries.longs().between(-62_000_000_000L, 253_000_000_000L).map(Instant::ofEpochSecond),
        Arbitraries.longs().between(0, 4_000_000_000L).map(Instant::ofEpochSecond),
        Arbitraries.of(
            "2026-02-28 12:30 +01:00",
            "2026-02-28T12:30:00.5Z",
            "2026-02-28t23:59:59-0330",
            "2026-02-28",
            " 1,234.50 ",
            "+39 011 1234",
            "Ada@Example.ORG",
            "yes",
            "TRUE"),
        Arbitraries.of("live", "ok", "Paused;Active", "running, paused", "2024-02-29", "a@B.org"),
        Arbitraries.of("Active", "Paused", "x").list().ofMaxSize(4).map(l -> l));
  }

  @Provide
  Arbitrary<String> printed() {
    return Arbitraries.strings()
        .withChars("aZ9-_\u00e9\u0416\u0645\u0600\u06dd\u4e2d\ud83d\ude00\u2764\ufe0f")
        .ofMaxLength(9)
        .filter(text -> NativeText.storable(text).equals(text));
  }

  @Provide
  Arbitrary<String> digits() {
    return Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(15);
  }

  @Provide
  Arbitrary<String> separators() {
    return Arbitraries.of(" ", "-", ".", ")", "(", "/", "\u00a0", "\u2013", "");
  }

  @Provide
  Arbitrary<String> longTexts() {
    return Arbitraries.strings().withChars("ab \ud83d\ude00\u2026").ofMinLength(1).ofMaxLength(300);
  }
}
