package io.partnerhub.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "edit",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Edits the record of a dead letter, as an admin, and has its write tried again with that.",
      "The edit counts in all systems. A field that one system alone decides, or that the hub works"
          + " out, is refused. Your name and the reason are kept in the ledger."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  hub dlq edit 17 phone=\"030 1234\" fax= --reason \"two digits too many\"",
      "  hub dlq edit 17 --patch '[{\"op\":\"remove\",\"path\":\"/fax\"}]' --reason \"no fax\"",
    })
final class DlqEditCommand extends ActingCommand {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  @Mixin private LetterParameter letter;

  @Spec private CommandSpec spec;

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "FIELD=VALUE",
      description = "What a field is to be; nothing behind the = empties it.")
  private Map<String, String> values = new LinkedHashMap<>();

  @Option(
      names = "--patch",
      paramLabel = "JSON",
      description =
          "Instead, a JSON Merge Patch, or a JSON Patch of add, replace, remove and test.")
  private String patch;

  DlqEditCommand(HubDoor door) {
    super(door);
  }

  @Override
  Object act(RunningHub running, ReasonOption why) {
    return running.invoke(DlqCommand.MBEAN, "editAndReplay", letter.id(), json(), why.reason());
  }

  private String json() {
    if (values.isEmpty() == (patch == null)) {
      throw new ParameterException(
          spec.commandLine(), "Give FIELD=VALUE, once or several times, or else --patch.");
    }
    try {
      return patch == null ? MAPPER.writeValueAsString(values) : patch;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
