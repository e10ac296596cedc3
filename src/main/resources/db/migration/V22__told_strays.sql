-- The reason that was last told on a copy of no record, and when the next may be.
alter table stray
  add column told text,
  add column tell_at timestamptz;

create index stray_untold on stray (type, system)
  where why not in ('TOO_EARLY', 'REPLACED') and told is distinct from why and not look_again;
