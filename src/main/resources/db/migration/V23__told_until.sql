-- By when every change made before has been told: a write settled well before is not told of any more.
alter table hearing
  add column system text,
  add column told_until timestamptz;

alter table suspect
  add column suspected_at timestamptz not null default now();
