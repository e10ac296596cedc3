package io.partnerhub;

import io.partnerhub.model.SystemName;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;

/** Wakes the route that reads what a system told of; returns at once, and never throws. */
final class Waker implements Consumer<SystemName> {

  private final ProducerTemplate producer;

  Waker(CamelContext context) {
    this.producer = context.createProducerTemplate();
  }

  /** One that is awake looks once more when it is done. */
  @Override
  public void accept(SystemName system) {
    producer.send("seda:receive-" + system + "?size=1&discardWhenFull=true", exchange -> {});
  }
}
