-- The part of each path of the door that nobody can guess.
create table door_path (
  name    text primary key,
  secret  text not null,
  made_at timestamptz not null
);
