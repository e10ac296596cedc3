-- While the write of a replica rests, what tells people of that may be due all the same.
alter table replica add column telling boolean not null default false;

-- Messages about dead letters, one for each way, system and reason class at a time.
create table escalation (
  id           bigint generated always as identity primary key,
  way          text not null,        -- mail, chat, task
  reason_class text not null,
  system       text not null,
  account      text not null,        -- of a task: the account's id in Salesforce; else empty
  state        text not null,        -- WAITING, SENT, DROPPED (its letters were closed before)
  made_at      timestamptz not null,
  attempts     int  not null default 0,
  try_at       timestamptz not null,
  last_error   text
);
create index escalation_waiting on escalation (try_at) where state = 'WAITING';
create index escalation_newest on escalation (way, reason_class, system, account, made_at);

-- Which letter was put into which message: each once, whichever way.
create table escalated (
  letter     bigint not null references dead_letter on delete cascade,
  way        text   not null,
  escalation bigint not null references escalation on delete cascade,
  primary key (letter, way)
);
create index escalated_by on escalated (escalation);
