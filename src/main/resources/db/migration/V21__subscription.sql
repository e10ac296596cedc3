-- Webhooks that the hub made in systems, with the secrets that their callbacks are signed with.
create table subscription (
  system     text not null,
  place      text not null,
  id         text not null,
  secret     text not null,
  before     text,                 -- the secret until it was renewed
  unsure     boolean not null,     -- it may have been renewed by a call whose answer is not known
  renewed_at timestamptz not null,
  primary key (system, place)
);
