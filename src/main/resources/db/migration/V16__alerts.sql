-- A message may be about a system that is left alone, paused or back, not about letters.
alter table escalation alter column reason_class drop not null; -- null: about a system
alter table escalation add column event text;                   -- AWAY, BACK, PAUSED, RESUMED
alter table escalation add column why text;
create index escalation_alert on escalation (way, system, event, made_at) where event is not null;

-- Letters that were closed go once they are old.
create index dead_letter_closed on dead_letter (closed_at) where closed_at is not null;
