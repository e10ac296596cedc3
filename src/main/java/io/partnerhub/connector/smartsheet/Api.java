package io.partnerhub.connector.smartsheet;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.partnerhub.connector.Pace;
import java.io.IOException;
import java.io.InputStream;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.Message;
import org.apache.camel.ProducerTemplate;

/** The one way out: every call passes here, gets its permit, and has its faults told apart. */
final class Api {

  private static final long MOST_BYTES = 64L * 1024 * 1024;

  private final ProducerTemplate template;
  private final Endpoint endpoint;
  private final Pace pace;
  private final SmartsheetSettings settings;
  private final FaultReader faults;

  Api(SmartsheetSettings settings, ProducerTemplate template, Pace pace) {
    this.template = template;
    this.settings = settings;
    this.endpoint = SmartsheetEndpoint.in(template.getCamelContext(), settings);
    this.pace = pace;
    this.faults = new FaultReader(settings.token());
  }

  FaultReader faults() {
    return faults;
  }

  Pace pace() {
    return pace;
  }

  /** Makes something of the body of an answer with status 200. */
  @FunctionalInterface
  interface Body<T> {
    T read(InputStream in) throws IOException;
  }

  /**
   * Makes a call.
   *
   * @throws ApiFault for everything but a readable answer with status 200
   */
  <T> T call(Request request, Body<T> body) {
    take(request);
    Reception<T> reception = new Reception<>(request, body);
    Exchange exchange = send(request, reception);
    if (exchange.getException() != null) {
      throw faults.transport(request, exchange.getException());
    }
    if (reception.fault != null) {
      throw paused(reception.fault);
    }
    if (reception.defect != null) {
      throw reception.defect; // ours, and no answer of the service
    }
    return reception.result;
  }

  private Exchange send(Request request, Reception<?> reception) {
    try {
      return template.send(
          endpoint, ExchangePattern.InOut, e -> fill(e.getMessage(), request), reception::receive);
    } finally {
      pace.done();
    }
  }

  private void take(Request request) {
    try {
      pace.take(request.weight())
          .ifPresent(
              refusal -> {
                throw faults.notSent(request, refusal);
              });
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw faults.stopping(request, e);
    }
  }

  private void fill(Message message, Request request) {
    message.setHeader(Exchange.HTTP_METHOD, request.method());
    message.setHeader(Exchange.HTTP_PATH, request.path());
    if (!request.query().isEmpty()) {
      message.setHeader(Exchange.HTTP_QUERY, request.queryString());
    }
    if (!request.method().equals("GET")) {
      message.setHeader("Smartsheet-Change-Agent", settings.hubId());
    }
    if (request.body() != null) {
      message.setHeader(Exchange.CONTENT_TYPE, "application/json");
      message.setBody(request.body());
    }
  }

  private ApiFault paused(ApiFault fault) {
    if (fault.meaning() == FaultClass.RATE_LIMIT) {
      pace.pause(fault.after());
    }
    return fault;
  }

  /** Reads an answer while its connection is still open, so that a long one is never held whole. */
  private final class Reception<T> {
    private final Request request;
    private final Body<T> body;
    private T result;
    private ApiFault fault;
    private RuntimeException defect;

    private Reception(Request request, Body<T> body) {
      this.request = request;
      this.body = body;
    }

    private void receive(Exchange exchange) throws IOException {
      if (exchange.getException() != null) {
        return;
      }
      Message answer = exchange.getMessage();
      int status = answer.getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class);
      InputStream content = answer.getBody(InputStream.class);
      InputStream in =
          new BoundedBody(content == null ? InputStream.nullInputStream() : content, MOST_BYTES);
      if (status != 200) {
        fault = faults.refusal(request, status, answer.getHeader("Retry-After", String.class), in);
        return;
      }
      try {
        result = body.read(in);
      } catch (JsonProcessingException | ObjectStream.EmptyAnswer e) {
        fault =
            faults.unreadable(request, answer.getHeader(Exchange.CONTENT_TYPE, String.class), e);
      } catch (RuntimeException e) {
        defect = e;
      }
    }
  }
}
