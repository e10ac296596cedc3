package io.partnerhub.sandbox.bench.measure;

import io.partnerhub.cli.HubHome;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** How both sides of a measurement are started: the same Java with the same options. */
public final class FreshJava {

  public static final String HEAP = "-Xmx256m";

  private FreshJava() {}

  /** A command line; the options are what is added to those that both have. */
  public static List<String> command(
      List<String> options, String classPath, Class<?> main, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add(HEAP);
    command.add("-XX:+UseSerialGC"); // as the launcher does
    command.add("-XX:NewRatio=1");
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-XX:MetaspaceSize=96m");
    PreparedClasses.in(classPath)
        .flatMap(PreparedClasses::archive)
        .ifPresent(
            archive ->
                command.addAll(List.of("-XX:SharedArchiveFile=" + archive, "-Xlog:cds*=off")));
    command.add("-Dfile.encoding=UTF-8");
    command.add("-Dhub.home=" + HubHome.directory());
    command.addAll(options);
    command.addAll(List.of("-cp", classPath, main.getName()));
    command.addAll(arguments);
    return command;
  }

  public static String classPath() {
    return System.getProperty("java.class.path");
  }

  static String productionClassPath() {
    return Arrays.stream(classPath().split(File.pathSeparator))
        .filter(entry -> !Path.of("/", entry).getParent().endsWith("lib/sandbox"))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
