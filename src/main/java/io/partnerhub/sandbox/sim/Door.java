package io.partnerhub.sandbox.sim;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Turns WireMock's requests and responses into ours. */
final class Door implements ResponseDefinitionTransformerV2 {

  /** Of a request that cannot be taken apart. */
  static final SimAnswer BAD_MESSAGE = SimAnswer.html(400, "<h1>Bad Message 400</h1>");

  private static final System.Logger LOG = System.getLogger(Door.class.getName());

  private final AdminApi admin;
  private final FaultyService service;

  Door(AdminApi admin, FaultyService service) {
    this.admin = admin;
    this.service = service;
  }

  @Override
  public String getName() {
    return "simulated-service";
  }

  @Override
  public ResponseDefinition transform(ServeEvent event) {
    return response(answer(event.getRequest()));
  }

  private SimAnswer answer(Request wire) {
    SimRequest request;
    try {
      request = request(wire);
    } catch (IllegalArgumentException e) {
      return BAD_MESSAGE;
    }
    try {
      return request.path().startsWith(AdminApi.PREFIX)
          ? admin.answer(request)
          : service.answer(request);
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "A simulator broke off; this is a defect of its own", e);
      return SimAnswer.html(500, "<h1>500: a defect of the simulator, see what it logs</h1>");
    }
  }

  private static SimRequest request(Request wire) {
    Map<String, String> headers = new HashMap<>();
    for (HttpHeader header : wire.getHeaders().all()) {
      headers.put(header.key().toLowerCase(Locale.ROOT), header.firstValue());
    }
    byte[] body = wire.getBody();
    return SimRequest.of(
        wire.getMethod().getName(), wire.getUrl(), headers, body == null ? new byte[0] : body);
  }

  private static ResponseDefinition response(SimAnswer answer) {
    ResponseDefinitionBuilder response = ResponseDefinitionBuilder.responseDefinition();
    if (answer.cut()) {
      return response.withFault(Fault.CONNECTION_RESET_BY_PEER).build();
    }
    response.withStatus(answer.status());
    answer.headers().forEach(response::withHeader);
    if (answer.body().length > 0) {
      response.withBody(answer.body());
    }
    return response.build();
  }
}
