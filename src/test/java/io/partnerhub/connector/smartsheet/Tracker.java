package io.partnerhub.connector.smartsheet;

import io.partnerhub.SettableClock;
import io.partnerhub.mapping.DeleteRule;
import io.partnerhub.mapping.Field;
import io.partnerhub.mapping.Field.Choice;
import io.partnerhub.mapping.FieldRule;
import io.partnerhub.mapping.Kind;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.mapping.Placement;
import io.partnerhub.mapping.Side;
import io.partnerhub.model.NativeId;
import io.partnerhub.model.RecordType;
import io.partnerhub.model.SystemName;
import io.partnerhub.model.Values;
import io.partnerhub.sandbox.sim.Call;
import io.partnerhub.sandbox.sim.CallWatch;
import io.partnerhub.sandbox.sim.Fault;
import io.partnerhub.sandbox.sim.FaultRule;
import io.partnerhub.sandbox.sim.SimulatorServer;
import io.partnerhub.sandbox.smartsheet.Controls;
import io.partnerhub.sandbox.smartsheet.Desk;
import io.partnerhub.sandbox.smartsheet.SheetPlan;
import io.partnerhub.sandbox.smartsheet.SheetPlan.ColumnPlan;
import io.partnerhub.sandbox.smartsheet.SmartsheetService;
import io.partnerhub.sync.Write;
import io.partnerhub.sync.system.Checkpoint;
import io.partnerhub.sync.system.News;
import io.partnerhub.sync.system.Source;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;

/** Two simulated sheets of partners, a connector to them, and people who edit them. */
final class Tracker implements AutoCloseable {

  static final String HUB = "hub@example.com";
  static final String ANN = "ann@example.com";
  static final String TOKEN = "s3cret-token-0123456789";
  private static final int PLENTY = 100_000;

  final SettableClock clock = new SettableClock("2026-03-01T08:00:00Z");
  final SmartsheetService service = new SmartsheetService(clock, 7, TOKEN, HUB);
  final SimulatorServer server = SimulatorServer.start(service, 0);
  final CamelContext camel = new DefaultCamelContext();
  private final List<CamelContext> others = new ArrayList<>();
  String europe;
  String americas;
  Mapping mapping;

  Tracker() {
    camel.start();
    service.controls().settings().requestsPerMinute(PLENTY);
    europe = createSheet("Europe");
    americas = createSheet("Americas");
    mapping = mapping(new Placement.ByField("region", Map.of("EU", europe, "AM", americas), null));
  }

  private String createSheet(String name) {
    return Long.toString(
        desk()
            .createSheet(
                new SheetPlan(
                    name,
                    List.of(
                        ColumnPlan.primary("Code"),
                        ColumnPlan.text("Company"),
                        ColumnPlan.text("Region"),
                        ColumnPlan.of("Contact", "CONTACT_LIST"),
                        ColumnPlan.text("Phone"),
                        ColumnPlan.text("Notes"),
                        ColumnPlan.text("Credit limit"),
                        ColumnPlan.of("Onboarded on", "DATE"),
                        ColumnPlan.of("Newsletter", "CHECKBOX"),
                        ColumnPlan.of("Status", "PICKLIST", "Active", "Paused"),
                        ColumnPlan.of("Programmes", "MULTI_PICKLIST", "Affiliate", "Reseller"),
                        ColumnPlan.text("Last review"),
                        ColumnPlan.system("Modified", "MODIFIED_DATE"),
                        ColumnPlan.formula("Shout", "=[Company]@row")))));
  }

  SmartsheetConnector connector(int rowsPerPage) {
    return new SmartsheetConnector(
        new SmartsheetSettings(
            server.baseUrl() + "/2.0",
            TOKEN,
            PLENTY,
            Duration.ofMinutes(2),
            "hub-test",
            Duration.ofSeconds(5),
            rowsPerPage),
        camel.createProducerTemplate(),
        clock);
  }

  SmartsheetConnector connector() {
    return connector(2_000);
  }

  /** A sender in a Camel context of its own, for a connector to another address. */
  ProducerTemplate freshTemplate() {
    CamelContext context = new DefaultCamelContext();
    context.start();
    others.add(context);
    return context.createProducerTemplate();
  }

  Desk desk() {
    return service.desk();
  }

  Controls controls() {
    return service.controls();
  }

  /** Once the next call had its effect, and before the one behind it. */
  void afterNextCall(Runnable act) {
    AtomicBoolean acted = new AtomicBoolean();
    server.watch(
        new CallWatch() {
          @Override
          public void answered(Call call) {
            if (!acted.getAndSet(true)) {
              act.run();
            }
          }
        });
  }

  /** The next such call meets a fault. */
  void failOnce(String method, String path, Fault fault) {
    server.faults().add(FaultRule.once(method, path, fault));
  }

  long calls() {
    return server.counters().snapshot().total();
  }

  /** Adds rows P1, P2, … as a person. */
  List<Long> seed(String sheet, int from, int to) {
    return desk()
        .addRows(
            sheet,
            IntStream.rangeClosed(from, to)
                .mapToObj(n -> Map.of("Code", "P" + n, "Company", "Company " + n))
                .toList(),
            ANN);
  }

  /** The sheets among these that may have news. */
  List<String> moved(SmartsheetConnector connector, Mapping of, List<Checkpoint> checkpoints) {
    List<News> news =
        connector.news(checkpoints.stream().map(c -> new Source(of, c)).toList(), clock.instant());
    return IntStream.range(0, news.size())
        .filter(i -> news.get(i) instanceof News.Perhaps)
        .mapToObj(i -> checkpoints.get(i).source())
        .toList();
  }

  /** The same partners kept in one sheet only. */
  Mapping inOneSheet(String sheet) {
    return mapping(new Placement.One(sheet));
  }

  /** The same partners in these sheets, beneath parent rows that stand for their regions. */
  Mapping groupedByRegion(String... sheets) {
    Map<String, String> byCode = new LinkedHashMap<>();
    Arrays.stream(sheets).forEach(s -> byCode.put(s, s));
    Placement placement =
        sheets.length == 1
            ? new Placement.One(sheets[0])
            : new Placement.ByField("code", byCode, null);
    Mapping flat = mapping(placement);
    return new Mapping(
        flat.type(),
        flat.version(),
        flat.key(),
        flat.fields(),
        Map.of(
            SystemName.SMARTSHEET,
            new Side(SystemName.SMARTSHEET, placement, new DeleteRule.Ignore(), "region")));
  }

  static Write add(String sheet, Map<String, String> values) {
    return new Write(
        1,
        Write.Action.ADD,
        NativeId.toBeCreatedIn(sheet),
        null,
        values.keySet(),
        Values.of(values));
  }

  static Write update(String sheet, long row, Set<String> fields, Map<String, String> values) {
    return new Write(
        1,
        Write.Action.UPDATE,
        new NativeId(sheet, Long.toString(row)),
        null,
        fields,
        Values.of(values));
  }

  static Write update(String sheet, long row, Map<String, String> values) {
    return update(sheet, row, values.keySet(), values);
  }

  static Write move(String from, long row, String to) {
    return new Write(
        1, Write.Action.MOVE, new NativeId(from, Long.toString(row)), to, Set.of(), Values.none());
  }

  private static Mapping mapping(Placement placement) {
    return new Mapping(
        new RecordType("partner"),
        "1",
        "code",
        List.of(
            field("code", Kind.TEXT, "Code"),
            field("name", Kind.TEXT, "Company"),
            field("region", Kind.TEXT, "Region"),
            field("email", Kind.EMAIL, "Contact"),
            field("phone", Kind.PHONE, "Phone"),
            field("notes", Kind.TEXT, "Notes"),
            field("credit", Kind.MONEY, "Credit limit"),
            field("onboardedOn", Kind.DATE, "Onboarded on"),
            field("newsletter", Kind.BOOLEAN, "Newsletter"),
            field("status", Kind.PICKLIST, "Status", "Active", "Paused"),
            field("programmes", Kind.MULTI_PICKLIST, "Programmes", "Affiliate", "Reseller"),
            field("lastReview", Kind.DATETIME, "Last review")),
        Map.of(
            SystemName.SMARTSHEET,
            new Side(SystemName.SMARTSHEET, placement, new DeleteRule.Ignore())));
  }

  private static Field field(String name, Kind kind, String title, String... choices) {
    return new Field(
        name,
        kind,
        false,
        32_000,
        name.equals("code"),
        2,
        new FieldRule.Latest(),
        Arrays.stream(choices).map(c -> new Choice(c, Set.of(), Map.of())).toList(),
        null,
        Map.of(SystemName.SMARTSHEET, title),
        Map.of(),
        1);
  }

  @Override
  public void close() {
    others.forEach(CamelContext::stop);
    camel.stop();
    server.close();
  }

  /** Of a row of Europe to the Americas, together with the region. */
  Write move(long row) {
    return new Write(
        1,
        Write.Action.MOVE,
        new NativeId(europe, "" + row),
        americas,
        Set.of("region"),
        Values.of(Map.of("region", "AM")));
  }
}
