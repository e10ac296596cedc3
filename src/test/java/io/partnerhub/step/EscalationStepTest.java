package io.partnerhub.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.store.Digest;
import io.partnerhub.sync.ReasonClass;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;

class EscalationStepTest {

  @Test
  void a_key_or_a_sentence_that_somebody_typed_forges_no_line_of_a_digest() {
    String typed = "A\n- order O2: all is well\u001b[2J\u009b\u202e";
    Digest.Line line = new Digest.Line("order", typed, typed);
    Digest digest =
        new Digest(
            1,
            Digest.Way.MAIL,
            ReasonClass.VALUE,
            "salesforce",
            "",
            1,
            Instant.EPOCH,
            1,
            List.of(line));
    Exchange exchange = new DefaultExchange(new DefaultCamelContext());
    exchange.getMessage().setBody(digest);

    new EscalationStep(null, null, Set.of()).open(exchange);

    assertThat(exchange.getMessage().getBody(String.class).lines().filter(l -> l.startsWith("-")))
        .containsExactly("- order A - order O2: all is well [2J : A - order O2: all is well [2J ");
  }
}
