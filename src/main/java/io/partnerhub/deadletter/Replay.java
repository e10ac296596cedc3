package io.partnerhub.deadletter;

import io.partnerhub.model.RecordType;
import io.partnerhub.sync.Chooser;
import java.util.Collection;
import java.util.Map;

/** Has the writes of letters of one type tried again; gives why some are not, by letter. */
interface Replay {

  Map<Long, String> now(RecordType type, Collection<Long> letters, Chooser by);
}
