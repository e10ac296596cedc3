package io.partnerhub.sandbox.bench.world;

import io.partnerhub.mapping.Mapping;
import io.partnerhub.mapping.MappingFile;
import io.partnerhub.sandbox.MadeUpPartners;
import io.partnerhub.sandbox.Simulators;
import io.partnerhub.sandbox.TrackerSheet;
import io.partnerhub.sandbox.sim.Operation;
import io.partnerhub.sandbox.sim.SimulatorServer;
import io.partnerhub.sandbox.smartsheet.Desk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Fresh simulators, an hour ago: Salesforce holds all partners, the tracker none. */
public final class World implements AutoCloseable {

  private static final long SEED = 1;
  private static final String OBJECT = "Account";
  private static final Map<String, String> NO_SHEET_YET = Map.of("partner", "1");

  /** Partners were last changed over so many hours, a hundredth of them in each. */
  private static final int HOURS = 100;

  private static final int UNLIMITED = 1_000_000;

  private final Size size;
  private final PastClock clock;
  private final Simulators simulators;
  private final List<String> sheets;

  private World(Size size, PastClock clock, Simulators simulators, List<String> sheets) {
    this.size = size;
    this.clock = clock;
    this.simulators = simulators;
    this.sheets = sheets;
  }

  public static World of(Size size) {
    PastClock clock = new PastClock();
    Simulators simulators = Simulators.start(Simulators.Ports.FREE, SEED, clock);
    seed(simulators, size, clock);
    simulators.smartsheet().controls().settings().requestsPerMinute(UNLIMITED);
    simulators.salesforce().org().dailyCalls(UNLIMITED);
    return new World(size, clock, simulators, sheets(simulators.smartsheet().desk(), size));
  }

  private static void seed(Simulators simulators, Size size, PastClock clock) {
    List<Map<String, Object>> some = new ArrayList<>();
    int most = (size.partners() + HOURS - 1) / HOURS;
    int hours = HOURS + 1;
    int number = 0;
    for (Map<String, Object> account : MadeUpPartners.accounts(SEED, size.partners())) {
      Map<String, Object> placed = new LinkedHashMap<>(account);
      placed.put(BenchMapping.SALESFORCE_FIELD, BenchMapping.value(size.sheetOf(++number)));
      some.add(placed);
      if (some.size() == most || number == size.partners()) {
        clock.behind(Duration.ofHours(hours--));
        simulators.salesforce().org().seed(OBJECT, some);
        some.clear();
      }
    }
    clock.behind(Duration.ofHours(1));
  }

  /** Lets an hour pass, the only one: before the change nothing else was changed just now. */
  public void letAnHourPass() {
    clock.behind(Duration.ZERO);
  }

  private static List<String> sheets(Desk desk, Size size) {
    Mapping mapping = MappingFile.load(BenchMapping.published(), NO_SHEET_YET);
    List<String> sheets = new ArrayList<>();
    for (int i = 0; i < size.sheets(); i++) {
      sheets.add(Long.toString(desk.createSheet(TrackerSheet.of("Partners " + (i + 1), mapping))));
    }
    return sheets;
  }

  public static String code(int number) {
    return "P%06d".formatted(number);
  }

  public Size size() {
    return size;
  }

  /** Ids of the sheets, in their order. */
  public List<String> sheets() {
    return sheets;
  }

  public SimulatorServer salesforce() {
    return simulators.salesforceServer();
  }

  public SimulatorServer smartsheet() {
    return simulators.smartsheetServer();
  }

  /** Both, by the names that the hub has for them. */
  public Map<String, SimulatorServer> systems() {
    return Map.of("salesforce", salesforce(), "smartsheet", smartsheet());
  }

  public Desk desk() {
    return simulators.smartsheet().desk();
  }

  public int rows() {
    Desk desk = desk();
    return sheets.stream().mapToInt(desk::rowCount).sum();
  }

  /** Calls so far that read records. */
  public long reads() {
    return salesforce().counters().snapshot().of(Operation.READ)
        + smartsheet().counters().snapshot().of(Operation.READ);
  }

  /** What an account holds; null when it is empty. */
  public String inSalesforce(int number, String field) {
    return simulators
        .salesforce()
        .org()
        .record(OBJECT, code(number))
        .map(account -> account.path(field).asText(null))
        .orElse(null);
  }

  public void editInSalesforce(int number, String field, String value) {
    simulators.salesforce().org().edit(OBJECT, code(number), Map.of(field, value));
  }

  /** From now on every call takes so long at least, as over a network. */
  public void latency(Duration aCall) {
    salesforce().latency(aCall);
    smartsheet().latency(aCall);
  }

  public void resetCounters() {
    salesforce().counters().reset();
    smartsheet().counters().reset();
  }

  @Override
  public void close() {
    simulators.close();
  }
}
