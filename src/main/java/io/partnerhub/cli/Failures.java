package io.partnerhub.cli;

import io.partnerhub.sync.system.SystemUnavailable;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what went wrong on the error stream, and chooses the exit code. */
final class Failures {

  private Failures() {}

  static int wrongArguments(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("hub: " + message(e));
    UnmatchedArgumentException.printSuggestions(e, err);
    err.println("See: " + command.getCommandSpec().qualifiedName() + " --help");
    return ExitCode.WRONG_INPUT.number();
  }

  private static String message(ParameterException e) {
    return e instanceof UnmatchedArgumentException unmatched && !unmatched.isUnknownOption()
        ? "Unknown command or argument '%s'".formatted(unmatched.getUnmatched().get(0))
        : e.getMessage();
  }

  static int failed(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
    PrintWriter err = command.getErr();
    if (e instanceof CommandFailure failure) {
      err.println("hub: " + Shown.lines(failure.getMessage()));
      return failure.exitCode().number();
    }
    if (e instanceof SystemUnavailable unavailable) {
      err.println("hub: " + Shown.lines(unavailable.getMessage()));
      return ExitCode.UNAVAILABLE.number();
    }
    err.println("hub: This is a defect; please report it with what follows.");
    e.printStackTrace(err);
    return ExitCode.DEFECT.number();
  }
}
