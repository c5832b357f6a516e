create table moonlet_content (
  hash varchar(64) primary key,
  archive binary large object not null
);

create table moonlet_revision (
  id varchar(200) primary key,
  number bigint not null unique,
  origin character large object not null,
  commit character large object,
  prepared_at timestamp with time zone not null,
  refused boolean not null,
  problems integer not null,
  content varchar(64) references moonlet_content
);

create index moonlet_revision_content on moonlet_revision (content);

create table moonlet_detail (
  id varchar(200) primary key references moonlet_revision on delete cascade,
  report character large object not null,
  traits character large object not null,
  files character large object not null
);

create table moonlet_activation (
  number bigint generated always as identity primary key,
  revision varchar(200) not null,
  previous varchar(200) not null,
  who character large object not null,
  why character large object not null,
  kind varchar(20) not null,
  instance character large object not null,
  at timestamp with time zone not null
);

create table moonlet_choice (
  id integer primary key check (id = 1),
  revision varchar(200),
  pinned boolean not null,
  head varchar(200) not null,
  activation bigint not null,
  version bigint not null
);

insert into moonlet_choice (id, pinned, head, activation, version) values (1, false, '', 0, 1);
