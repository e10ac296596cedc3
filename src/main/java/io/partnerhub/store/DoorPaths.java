package io.partnerhub.store;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** The secret parts of the door's paths: made once, the same for all nodes. */
public final class DoorPaths {

  /** 128 bits, as 22 characters. */
  private static final int BYTES = 16;

  private final Jdbi jdbi;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  public DoorPaths(DataSource dataSource, Clock clock) {
    this.jdbi = Jdbi.create(dataSource);
    this.clock = clock;
  }

  /** The secret of a path, made if there is none. */
  public String secret(String name) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "with made as (insert into door_path (name, secret, made_at)"
                        + " values (:name, :secret, :now) on conflict (name) do update"
                        + " set name = excluded.name returning secret) select secret from made")
                .bind("name", name)
                .bind("secret", Base64.getUrlEncoder().withoutPadding().encodeToString(bytes))
                .bind("now", clock.instant())
                .mapTo(String.class)
                .one());
  }
}
