package io.partnerhub.intake;

import io.partnerhub.sync.system.Notice;
import java.util.List;

/** What a doorkeeper says of a request. */
public sealed interface Verdict {

  /**
   * It is what it claims to be: the notices are stored, then the answer is sent. When the inbox is
   * full or the store away, 503 is sent instead.
   *
   * @param source in the inbox, such as {@code smartsheet/4583173393803140}
   * @param notices may be empty: then nothing is stored
   */
  record Admit(String source, List<Notice> notices, Answer answer) implements Verdict {

    public Admit {
      notices = List.copyOf(notices);
    }

    /** Answered by 200 without a body. */
    public Admit(String source, List<Notice> notices) {
      this(source, notices, Answer.OK);
    }
  }

  /**
   * It is turned away, and operators are told why.
   *
   * @param why for the log, without anything that the request said
   */
  record Refuse(Answer answer, String why) implements Verdict {}
}
