package io.partnerhub.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.HubMain;
import io.partnerhub.MadeOnce;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How to start the packaged hub quickly: with the classes of one that was prepared. */
public final class HubJava {

  private static final Path JARS = Path.of("target/lib").toAbsolutePath();
  private static final Path CLASSES = Path.of("target/prepared/hub.jsa").toAbsolutePath();

  private HubJava() {}

  /**
   * The command line of a hub.
   *
   * @param heap its greatest, as Java takes it
   */
  public static List<String> run(String heap, Path config)
      throws IOException, InterruptedException {
    Files.createDirectories(CLASSES.getParent());
    MadeOnce.make(CLASSES, JARS, HubJava::prepare);
    List<String> options = List.of("-Xmx" + heap, "-XX:SharedArchiveFile=" + CLASSES);
    return command(options, "run", "--config", config.toString());
  }

  private static void prepare() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command(List.of("-XX:ArchiveClassesAtExit=" + CLASSES), "prepare"))
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }

  private static List<String> command(List<String> options, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xlog:cds*=off"));
    command.addAll(options);
    command.addAll(List.of("-cp", JARS + "/*", HubMain.class.getName()));
    command.addAll(List.of(arguments));
    return command;
  }
}
