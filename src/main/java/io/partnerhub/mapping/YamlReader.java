package io.partnerhub.mapping;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads one YAML 1.2 document of bounded size and depth, without anchors and aliases. */
final class YamlReader {

  static final int MOST_BYTES = 256 * 1024;
  private static final int DEEPEST = 16;

  private final String name;

  private YamlReader(Path path) {
    this.name = path.toString().replace('\\', '/');
  }

  /**
   * @throws MappingFaults when the file cannot be read as YAML
   */
  static YamlFile read(Path path) {
    YamlReader reader = new YamlReader(path);
    byte[] bytes = reader.bytes(path);
    String text = Utf8.text(bytes, reader::notUtf8);
    try {
      reader.refuseWhatMappingsNeverNeed(text);
      return new Compose(settings())
          .composeString(text)
          .map(node -> YamlTree.of(reader.name, digest(bytes), node))
          .orElseThrow(
              () ->
                  reader.fault(
                      0, "The file is empty", "The schema beside it says what belongs there"));
    } catch (MarkedYamlEngineException fault) {
      int line = line(fault.getProblemMark().or(fault::getContextMark));
      throw reader.fault(
          line, "This is no YAML: " + fault.getProblem(), "Correct it here or above");
    } catch (YamlEngineException fault) {
      throw reader.fault(0, "This is no YAML: " + fault.getMessage(), "Correct the file");
    }
  }

  private byte[] bytes(Path path) {
    try (InputStream in = Files.newInputStream(path)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw fault(
            0, "The file is longer than " + MOST_BYTES / 1024 + " KiB", "Is it the right file?");
      }
      return bytes;
    } catch (IOException fault) {
      throw fault(
          0,
          "The file cannot be read: " + FileTrouble.of(fault),
          "Check that it exists and is readable");
    }
  }

  private MappingFaults notUtf8(Utf8.Broken broken) {
    return fault(
        broken.line(), "This line is not UTF-8", "Save the file in the character set UTF-8");
  }

  /** Walks the events first, since composing recurses and aliases multiply. */
  private void refuseWhatMappingsNeverNeed(String text) {
    int depth = 0;
    int documents = 0;
    for (Event event : new Parse(settings()).parseString(text)) {
      int line = line(event.getStartMark());
      switch (event.getEventId()) {
        case MappingStart, SequenceStart -> depth++;
        case MappingEnd, SequenceEnd -> depth--;
        case DocumentStart -> documents++;
        case Alias -> throw fault(line, "An alias (*name) stands here", "Write the value out");
        default -> {}
      }
      if (depth > DEEPEST) {
        throw fault(line, "Lists and maps are nested too deeply here", "Nothing here needs this");
      }
      if (documents > 1) {
        throw fault(line, "A second document begins here", "Give each record type its own file");
      }
    }
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException fault) {
      throw new IllegalStateException("Every Java has SHA-256", fault);
    }
  }

  private static LoadSettings settings() {
    return LoadSettings.builder().setAllowDuplicateKeys(true).setUseMarks(true).build();
  }

  private static int line(Optional<Mark> mark) {
    return mark.map(m -> m.getLine() + 1).orElse(0);
  }

  private MappingFaults fault(int line, String what, String remedy) {
    return new MappingFaults(List.of(new Fault(name, line, what, remedy)));
  }
}
